import { rowClass, type ExceptionClass } from '../reconciliation/class.ts';
import type { WishAction } from './wish.ts';
import type { Exception } from './exception.ts';
import { gapsOf, itemsAsFound, netOf, type Situation } from './situation.ts';

/** `over`: the channel has more than the ledger knows; `under`: less; `even`: the same by now. */
export type Sense = 'over' | 'under' | 'even';

const senseOf = (situation: Pick<Situation, 'found' | 'items'>): Sense => {
  const gaps = gapsOf(situation);
  const net = netOf(gaps);
  if (gaps.length === 0) return 'even';
  return net >= 0 ? 'over' : 'under';
};

export interface Fit {
  action: WishAction;
  classes: readonly ExceptionClass[];
  /** Absent: whichever way. */
  sense?: Sense;
  /** Of what has come in, or gone out; absent: of both. */
  direction?: 'in' | 'out';
  /** Of what it has put into suspense itself. */
  isSuspended?: true;
  /** Of channels alone: what a bank shows has no clearing that a row could leave. */
  isOfChannel?: true;
}

/** Differences of a number that move money. */
const numbered = rowClass.exclude(['MATCHED', 'FEE_MISMATCH', 'UNPARSEABLE_ROW']).options;
const known = ['AMOUNT_UNDER', 'CURRENCY_MISMATCH', 'SPLIT_MISMATCH', 'DUPLICATE_IN_LEDGER'] as const;
const absent = ['MISSING_IN_STATEMENT', 'TIMING_CARRY_OVER', 'STATUS_MISMATCH'] as const;
/** What another statement, or another file, may still show to be right. */
const open = [...absent, 'DIRECTION_MISMATCH'] as const;
const files = ['FILE_TOTAL_MISMATCH', 'UNREADABLE_FILE', 'STATEMENT_MISSING'] as const;

/** Which action fits which class, in which way it differs. */
export const fits: readonly Fit[] = [
  { action: 'complete', classes: ['MISSING_IN_LEDGER'] },
  {
    action: 'refund',
    classes: ['MISSING_IN_LEDGER', 'AMOUNT_OVER', 'DUPLICATE_IN_STATEMENT', 'CURRENCY_MISMATCH', 'SPLIT_MISMATCH'],
    sense: 'over',
    direction: 'in',
  },
  { action: 'suspend', classes: numbered, sense: 'over' },
  { action: 'unsuspend', classes: numbered, sense: 'under', isSuspended: true },
  { action: 'link', classes: ['MISSING_IN_LEDGER'] },
  { action: 'reverse', classes: [...known, ...absent], sense: 'under', direction: 'in' },
  // It was taken in, and the statement shows it going out.
  { action: 'reverse', classes: ['DIRECTION_MISMATCH'], sense: 'under', direction: 'out' },
  { action: 'repost', classes: ['DATA_MISMATCH', 'MISSING_IN_LEDGER'] },
  { action: 'carry', classes: open, sense: 'under' },
  { action: 'carry', classes: open, sense: 'over' },
  { action: 'write-off', classes: numbered, sense: 'under' },
  { action: 'adjust-fee', classes: ['FEE_MISMATCH'] },
  { action: 'accept', classes: numbered, sense: 'even' },
  { action: 'accept', classes: ['FEE_MISMATCH', 'UNPARSEABLE_ROW', ...files] },
  { action: 'enter-row', classes: ['UNPARSEABLE_ROW'], isOfChannel: true },
];

/** What may be proposed of a difference as it stands now. */
export function fitting(situation: Pick<Situation, 'found' | 'items'>): WishAction[] {
  const { found } = situation;
  const sense = senseOf(situation);
  const way = found.subject.kind === 'number' ? found.subject.direction : undefined;
  // What has come right by itself is only to be said so.
  const isOver = sense === 'even' && found.subject.kind === 'number' && found.class !== 'FEE_MISMATCH';
  const own = fits.filter(
    (one) =>
      one.classes.includes(found.class) &&
      (one.sense === undefined || one.sense === sense) &&
      (one.direction === undefined || one.direction === way) &&
      (one.isSuspended === undefined || found.suspenseId !== undefined) &&
      (one.isOfChannel === undefined || found.channel !== 'bank') &&
      (!isOver || one.action === 'accept'),
  );
  return [...new Set(own.map(({ action }) => action))];
}

/** What fitted when a run found it. */
export const fittingAsFound = (found: Exception): WishAction[] => fitting({ found, items: itemsAsFound(found) });
