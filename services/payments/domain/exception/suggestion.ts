import type { ExceptionClass } from '../reconciliation/class.ts';
import type { Exception } from './exception.ts';
import { fittingAsFound } from './fits.ts';
import { nothingBooked } from './missing.ts';
import type { WishAction } from './wish.ts';

/** What a suggestion looks at, each as a list shows it: nothing is read for it. */
type Circumstance = 'ours' | 'small' | 'out' | 'empty' | 'any';

export interface Suggestion {
  class: ExceptionClass;
  when: Circumstance;
  action: WishAction;
  /** Why, as a code. */
  because: string;
}

/** The first that holds and fits is suggested. */
const suggestions: readonly Suggestion[] = [
  { class: 'MISSING_IN_LEDGER', when: 'ours', action: 'complete', because: 'our-number-was-not-heard' },
  { class: 'MISSING_IN_LEDGER', when: 'out', action: 'link', because: 'money-went-back-under-another-number' },
  { class: 'MISSING_IN_LEDGER', when: 'any', action: 'suspend', because: 'nobody-knows-whose-it-is' },
  { class: 'MISSING_IN_STATEMENT', when: 'any', action: 'carry', because: 'it-may-come-late' },
  { class: 'TIMING_CARRY_OVER', when: 'any', action: 'carry', because: 'it-may-come-late' },
  { class: 'AMOUNT_OVER', when: 'any', action: 'refund', because: 'the-channel-has-more-than-was-asked' },
  { class: 'AMOUNT_UNDER', when: 'small', action: 'write-off', because: 'below-the-limit' },
  { class: 'AMOUNT_UNDER', when: 'any', action: 'reverse', because: 'the-channel-has-less-than-was-booked' },
  { class: 'FEE_MISMATCH', when: 'any', action: 'adjust-fee', because: 'the-agreement-asks-another-fee' },
  { class: 'CURRENCY_MISMATCH', when: 'any', action: 'suspend', because: 'it-is-another-currency' },
  { class: 'CURRENCY_MISMATCH', when: 'any', action: 'reverse', because: 'it-is-another-currency' },
  { class: 'STATUS_MISMATCH', when: 'any', action: 'carry', because: 'the-channel-has-not-ended-it' },
  { class: 'DIRECTION_MISMATCH', when: 'any', action: 'carry', because: 'ask-the-channel-for-the-right-file' },
  { class: 'DATA_MISMATCH', when: 'any', action: 'repost', because: 'it-stands-under-another-merchant' },
  { class: 'SPLIT_MISMATCH', when: 'any', action: 'suspend', because: 'the-parts-are-not-the-whole' },
  { class: 'DUPLICATE_IN_STATEMENT', when: 'any', action: 'refund', because: 'it-was-paid-twice' },
  { class: 'DUPLICATE_IN_LEDGER', when: 'any', action: 'reverse', because: 'it-was-booked-twice' },
  { class: 'UNPARSEABLE_ROW', when: 'any', action: 'enter-row', because: 'a-person-may-read-it' },
  { class: 'UNPARSEABLE_ROW', when: 'any', action: 'accept', because: 'ask-the-channel-for-the-right-file' },
  { class: 'FILE_TOTAL_MISMATCH', when: 'any', action: 'accept', because: 'ask-the-channel-for-the-right-file' },
  { class: 'UNREADABLE_FILE', when: 'any', action: 'accept', because: 'ask-the-channel-for-the-right-file' },
  { class: 'STATEMENT_MISSING', when: 'empty', action: 'accept', because: 'the-ledger-has-nothing-of-that-day' },
  { class: 'STATEMENT_MISSING', when: 'any', action: 'accept', because: 'ask-the-channel-for-the-file' },
];

type Reasoned = Pick<Suggestion, 'action' | 'because'>;

/** Before all others: what was put away for a row that is gone, and what has come right meanwhile. */
const first: readonly Reasoned[] = [{ action: 'unsuspend', because: 'the-statement-shows-it-no-more' }];
/** Where none of its class fits; one of these fits any number. */
const last: readonly Reasoned[] = [
  { action: 'accept', because: 'it-agrees-by-now' },
  { action: 'suspend', because: 'the-channel-has-more' },
  { action: 'write-off', because: 'the-channel-has-less' },
];

// The numbers of our charges, and of our refunds.
const ourNumber = /^[0-9a-f]{32}$/;

/**
 * What is suggested of a difference, of what fits it, by its class and how it looks; `writeOffFen` is the limit that is small. A list does
 * not know what the ledger has by now: there it is what fitted when it was found.
 */
export function suggestionOf(
  found: Exception,
  writeOffFen: number,
  proposals: readonly WishAction[] = fittingAsFound(found),
): Reasoned | undefined {
  const { subject, differenceFen } = found;
  const holds: Record<Circumstance, boolean> = {
    ours: subject.kind === 'number' && ourNumber.test(subject.number),
    out: subject.kind === 'number' && subject.direction === 'out',
    small: Math.abs(differenceFen) <= writeOffFen,
    empty: found.detail === nothingBooked,
    any: true,
  };
  const own = suggestions.filter((one) => one.class === found.class && holds[one.when]);
  const one = [...first, ...own, ...last].find(({ action }) => proposals.includes(action));
  return one && { action: one.action, because: one.because };
}
