import type * as z from 'zod';
import { isOpen } from './ahead.ts';
import type { Application } from './application.ts';
import { end, refused, step, type Acting, type Change, type Refused } from './change.ts';
import { endPause } from './handing-in.ts';
import type { Known } from '../party/person.ts';
import { isMaker, makerOf } from './maker.ts';
import type { voidGround } from './void-proposal.ts';

export interface Voiding {
  ground: z.infer<typeof voidGround>;
  duplicateOf?: string | undefined;
  why: string;
}

/** The case that goes on, and every id of the party of the one that is made void. */
export interface Beside {
  other: Application;
  ids: readonly string[];
}

const grounds = { duplicate: '与另一办件重复', clerical: '录入有误' } satisfies Record<Voiding['ground'], string>;

/** What was accepted nobody ends alone: one proposes that it is void, a head, another person, makes it so. */
export const proposeVoid =
  (beside: Beside | undefined) =>
  (application: Application, { at, body, by }: Acting<Voiding>): Change | Refused => {
    const fault = duplicateFault(application, beside, body);
    if (fault) return fault;
    return { ...step(application, 'propose-void', { voiding: { ...makerOf(by), at, ...body } }), reason: body.why };
  };

/** 作废: what was entered twice or by a slip. A supervisor hears of each, and a review may be asked for. */
export const makeVoid =
  (beside: Beside | undefined) =>
  (application: Application, { at, body, by }: Acting<Voiding>): Change | Refused => {
    const { ground, why } = body;
    const fault = duplicateFault(application, beside, body) ?? proposalFault(application, body, by.actor);
    if (fault) return fault;
    const decision = { outcome: 'void' as const, opinion: `作废：${grounds[ground]}。`, reasons: why };
    const pauses = endPause(application, at);
    const change = end(application, 'void', { outcome: 'void', at, decision, pauses });
    // Of two that are made void at once, each beside the other, one would be left with nothing that goes on.
    const goesOn = ground === 'duplicate' ? beside?.other : undefined;
    return { ...change, reason: why, findings: [{ rule: 'made-void', about: ground }], goesOn };
  };

function duplicateFault(application: Application, beside: Beside | undefined, { ground }: Voiding) {
  if (ground !== 'duplicate' || isTwin(application, beside)) return undefined;
  return refused('not-a-duplicate', [{ path: ['duplicateOf'] }]);
}

/** What is made void is what was proposed, by somebody else. */
function proposalFault(
  { acceptedAt, voiding }: Application,
  { ground, duplicateOf }: Voiding,
  actor: Known,
): Refused | undefined {
  if (!acceptedAt) return undefined;
  if (voiding?.ground !== ground || voiding.duplicateOf !== duplicateOf) return refused('void-not-proposed');
  return isMaker(voiding, actor) ? refused('same-person') : undefined;
}

/** The same application once more, which goes on or was granted: beside one that was refused nothing is entered twice. */
function isTwin({ id, itemKey }: Application, beside: Beside | undefined): boolean {
  if (!beside) return false;
  const { other, ids } = beside;
  if (other.id === id || !ids.includes(other.partyId) || other.itemKey !== itemKey) return false;
  return isOpen(other) || other.outcome === 'granted';
}
