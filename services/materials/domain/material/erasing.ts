import { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import { fact } from '#events/event';
import { endOf, type Day } from '#shared/calendar';
import { forGood } from '#shared/retention';
import { act, remove, type MaterialChange, type NotNow } from './act.ts';
import { versionOf, type Material, type Version } from './material.ts';
import type { Doer } from './graph.ts';

/** The owner will have a version no more. It is hidden from him at once; whether its file may go is looked at then. */
export function erase(before: Material, n: number, { at, doer }: { at: Date; doer: Doer }): MaterialChange | NotNow {
  const change = act(before, { act: 'erase', n, doer, with: { erasedAt: at, lookAt: undefined } });
  if ('refused' in change || !isInForce(versionOf(before, n))) return change;
  const { id, partyId, type } = before;
  // To others it is what a withdrawal is: a case that rests on it hears that it is in force no more.
  const data = { materialId: id, version: n, partyId, type, state: 'withdrawn' as const };
  return { ...change, facts: [fact(MaterialChangedV1, data)] };
}

const isInForce = (found: Version | undefined) => found?.state === 'available' || found?.state === 'expired';

/** A case refers to it: it stays until the last archive may go, and where that is for good, so long. */
export function hide(before: Material, n: number, until: Day): MaterialChange | NotNow {
  const lookAt = until === forGood ? undefined : endOf(until);
  return act(before, { act: 'hide', n, doer: 'clock', with: { lookAt } });
}

/** Nothing refers to it: its file is one use less; `alone` says that it was the last. */
export function release(before: Material, n: number, how: 'shared' | 'alone'): MaterialChange | NotNow {
  if (versionOf(before, n)?.released) return { refused: 'wrong-state' };
  return act(before, { act: 'release', n, doer: 'clock', with: { released: how } });
}

/** Its file is gone: nothing is known of it any more. */
export function drop(before: Material, n: number): MaterialChange | NotNow {
  return versionOf(before, n)?.released
    ? remove(before, n, { act: 'drop', doer: 'clock' })
    : { refused: 'wrong-state' };
}

/** The version of a document that is to be erased now; undefined where none is. */
export function erasingIn({ versions }: Material, now: Date): Version | undefined {
  return versions.find(({ state, lookAt }) => state === 'erasing' || (state === 'hidden' && lookAt && lookAt < now));
}
