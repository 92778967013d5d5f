import type { Application } from './application.ts';

/** Since when a case stands as it does: as of the time that was due, where time did it. */
export function standsSince(application: Application): Date | undefined {
  const { state, submittedAt, acceptedAt, corrections, pauses, refusal, decidedAt, withdrawnAt } = application;
  const pause = pauses.at(-1);
  if (state === 'accepted') return pause?.until ?? acceptedAt;
  if (state === 'suspended' || state === 'supplementing') return pause?.from;
  if (state === 'correcting') return corrections.at(-1)?.at;
  if (state === 'refusal-proposed') return refusal?.at;
  return state === 'submitted' ? submittedAt : (decidedAt ?? withdrawnAt);
}
