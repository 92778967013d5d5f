import type { Assessment, Fees } from './fees.ts';

/** In these its bill can still be paid. */
export const openStates = ['assessed', 'due'] as const;

/** The one assessment whose bill can still be paid: what else comes to be owed is added to it. */
export function openIn({ assessments }: Fees): Assessment | undefined {
  return assessments.find(({ state }) => openStates.some((one) => one === state));
}

/** Whether its day has passed; a deferral has moved it. */
export const isOverdue = (open: Assessment | undefined, now: Date): boolean =>
  open !== undefined && lastOf(open).dueAt < now;

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
