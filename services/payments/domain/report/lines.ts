import type { EntryKind } from '../ledger/entry.ts';
import type { PeriodSum, Turnover } from '../close/sum.ts';

/** What of refunds a sum has, by what became of them. */
const steps = {
  promised: ['refund-promise'],
  done: ['refund'],
  paidOut: ['pay-out'],
  treasury: ['treasury-refund'],
} as const satisfies Record<string, readonly EntryKind[]>;
export type RefundStep = keyof typeof steps;
export const refundSteps = Object.keys(steps).filter((name): name is RefundStep => Object.hasOwn(steps, name));

const stepOf = (kind: EntryKind) => refundSteps.find((step) => steps[step].some((one) => one === kind));

/** 退款: by channel how many were promised, given back by the channel, paid out by hand, and asked of the treasury, and how much. */
export function refundLines({ tallies }: Pick<PeriodSum, 'tallies'>) {
  const all = [...tallies.values()];
  const own = all.filter(({ kind }) => stepOf(kind) !== undefined);
  return [...Map.groupBy(own, ({ channel }) => channel)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([channel, ones]) => {
      const sumOf = (step: RefundStep, name: 'entries' | 'amountFen') =>
        ones.reduce((sum, one) => sum + (stepOf(one.kind) === step ? one[name] : 0), 0);
      const both = (step: RefundStep) => ({ items: sumOf(step, 'entries'), amountFen: sumOf(step, 'amountFen') });
      return {
        channel,
        promised: both('promised'),
        done: both('done'),
        paidOut: both('paidOut'),
        treasury: both('treasury'),
      };
    });
}

/** 手续费: what each channel has kept, or is owed, of each merchant; below zero where refunds brought more back. */
export function feeLines({ moved }: Pick<PeriodSum, 'moved'>) {
  return [...moved]
    .filter(([account]) => account.startsWith('fees/'))
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([account, { debitFen, creditFen }]) => {
      const [, channel = '', merchant = ''] = account.split('/');
      return { channel, merchant, feeFen: debitFen - creditFen };
    });
}

/** What a time comes to in one line. */
export function totalsOf({ entries, turnover, moved }: PeriodSum) {
  const all = [...turnover.values()];
  const sum = (name: 'takenFen' | 'backFen' | 'passedOnFen', of: readonly Turnover[] = all) =>
    of.reduce((fen, one) => fen + one[name], 0);
  const late = all.filter(({ originYear }) => originYear !== undefined);
  return {
    entries,
    takenFen: sum('takenFen'),
    backFen: sum('backFen'),
    passedOnFen: sum('passedOnFen'),
    feeFen: feeLines({ moved }).reduce((fen, one) => fen + one.feeFen, 0),
    /** Taken less taken back of earlier years. */
    lateFen: sum('takenFen', late) - sum('backFen', late),
  };
}
