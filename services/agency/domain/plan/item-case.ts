import type { Day } from '#shared/calendar';

/** How the case of an item stands: `ended` without a decision about it, so that it can be applied for again. */
export type CaseState = 'open' | 'paused' | 'granted' | 'refused' | 'ended';

/** What is known of the case of an item, from the facts of its set. */
export interface ItemCase {
  caseId: string;
  state: CaseState;
  submitted: Day;
  accepted?: Day | undefined;
  /** The last day of its promised limit, while that runs. */
  due?: Day | undefined;
  ended?: Day | undefined;
  pauses: readonly { from: Day; until?: Day | undefined }[];
}
