import type { AskedLine, Assessment, Fees } from './fees.ts';

/** In these its bill can still be paid. */
export const openStates = ['assessed', 'due'] as const;

/** The assessments whose bills can still be paid: what was deferred, each by itself, and one for all else that is owed. */
export function openIn({ assessments }: Pick<Fees, 'assessments'>): Assessment[] {
  return assessments.filter(({ state }) => openStates.some((one) => one === state));
}

export const isDeferred = ({ deferredUntil }: Pick<Assessment, 'deferredUntil'>): boolean =>
  deferredUntil !== undefined;

/** Whether its day has passed; a deferral has moved it. */
export const isOverdue = (open: Assessment, now: Date): boolean => lastOf(open).dueAt < now;

/** What all open bills ask together, and the first day of them; undefined where none is open. */
export function dueIn(fees: Pick<Fees, 'assessments'>): { lines: AskedLine[]; dueAt: Date } | undefined {
  const asked = openIn(fees).map(lastOf);
  const [first] = asked.map(({ dueAt }) => dueAt).toSorted((one, other) => one.getTime() - other.getTime());
  return first && { lines: asked.flatMap(({ lines }) => lines), dueAt: first };
}

/** What a bill asked at first. */
export function firstOf({ revisions }: Pick<Assessment, 'revisions'>): Assessment['revisions'][number] {
  const [first] = revisions;
  if (!first) throw new Error('an assessment has a revision');
  return first;
}

/** What a bill asks now, and until when. */
export function lastOf({ revisions }: Pick<Assessment, 'revisions'>): Assessment['revisions'][number] {
  const last = revisions.at(-1);
  if (!last) throw new Error('an assessment has a revision');
  return last;
}
