import type { Entry } from '../../stores/diary.ts';
import type { Looked, Place } from '../../stores/due.ts';
import { checkLook, recountCheck } from '../../domain/commitment/acting.ts';
import { deliveryLook } from '../../domain/delivery/delivery.ts';
import { publicityLook } from '../../domain/publicity/publicity.ts';
import { pushLook } from '../../domain/push/push.ts';
import { recountFinding } from '../../domain/supervision/finding-act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { recountCase, type ClockDeps } from './pass-case.ts';
import { unlessLost } from './unless-lost.ts';

export type RecountedDeps = ClockDeps &
  Pick<IntakeDeps, 'commitments' | 'deliveries' | 'findings' | 'publicities' | 'pushes'>;

type RecountOf = (entry: Entry, at: Now, deps: RecountedDeps) => Promise<boolean>;

/** Brings what has a limit in working days up to the calendars, by its kind; true where they moved its end. */
const recounts: Record<string, RecountOf> = {
  CASE: ({ id }, at, deps) => recountCase(id, at, deps),
  COMMITMENT: recountCommitment,
  FINDING: ({ id }, at, deps) => recountAnswer(id, at, deps),
  DELIVERY: async (entry, at, { deliveries }) => {
    const store = await deliveries();
    const found = await store.get(entry.id);
    return placeAnew(entry, { store, found, is: found && deliveryLook(found, at.calendar), at });
  },
  PUBLICITY: async (entry, at, { publicities }) => {
    const store = await publicities();
    const found = await store.get(entry.id);
    return placeAnew(entry, { store, found, is: found && publicityLook(found, at.calendar), at });
  },
  PUSH: async (entry, at, { pushes }) => {
    const store = await pushes();
    const found = await store.get('any', entry.id);
    return placeAnew(entry, { store, found, is: found && pushLook(found, at.calendar), at });
  },
};

/** What has no limit in working days, as a package of the archive, stays as it is. */
export const recountRecord: RecountOf = async (entry, at, deps) =>
  (await recounts[entry.kind]?.(entry, at, deps)) ?? false;

interface Placing {
  store: { look: (found: Looked, is: Place | undefined, now: Date) => Promise<void> };
  found: Looked | undefined;
  is: Place | undefined;
  at: Now;
}

/** Its end is counted whenever somebody reads it: what may stand wrong is only the day on which the clock looks. */
async function placeAnew({ id, at: was }: Entry, { store, found, is, at }: Placing): Promise<boolean> {
  if (was?.getTime() === is?.at?.getTime()) return false;
  return unlessLost(store.look(found ?? { caseId: id }, is, at.now));
}

/** Its end stands in its record and in its list; where that is the same, the clock may have to look on another day. */
async function recountCommitment(entry: Entry, at: Now, deps: RecountedDeps): Promise<boolean> {
  const { now, calendar } = at;
  const [store, cause] = [await deps.commitments(), clockCause(now, deps)];
  for (;;) {
    const before = await store.get(entry.id);
    const commitment = before && recountCheck(before, { at: now, office: cause.office, by: cause.actor, calendar });
    if (!commitment) return placeAnew(entry, { store, found: before, is: before && checkLook(before, calendar), at });
    if (await unlessLost(store.save({ before, commitment }, cause))) return true;
  }
}

async function recountAnswer(id: string, { now, calendar }: Now, deps: RecountedDeps): Promise<boolean> {
  const store = await deps.findings();
  for (;;) {
    const found = await store.get('any', id);
    const change = found && recountFinding(found.finding, calendar);
    if (!change) return false;
    if (await unlessLost(store.save(change, clockCause(now, deps)))) return true;
  }
}
