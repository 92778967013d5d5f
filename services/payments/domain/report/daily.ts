import type { Exception } from '../exception/exception.ts';
import type { Reconciliation } from '../reconciliation/reconciliation.ts';
import type { PeriodSum, Turnover } from '../close/sum.ts';

const keyOf = ({ channel, payee, destination: to }: Turnover): string => `${channel} ${payee} ${to}`;

/** What a day brought by each channel for each payee, what went back, and what was passed on, by its entries. */
export function payeeLines({ turnover }: Pick<PeriodSum, 'turnover'>) {
  return [...Map.groupBy(turnover.values(), keyOf)]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, ones]) => {
      const [first] = ones;
      const sum = (name: 'takenFen' | 'backFen' | 'passedOnFen') => ones.reduce((fen, one) => fen + one[name], 0);
      if (!first) return [];
      const { channel, payee, destination: to } = first;
      const sums = { takenFen: sum('takenFen'), backFen: sum('backFen'), passedOnFen: sum('passedOnFen') };
      return [{ channel, payee, destination: to, ...sums }];
    });
}

const ended = new Set<Exception['state']>(['resolved', 'written-off']);

/** How each statement of the accounting day stands: what of it agrees, what the channel has kept, what is open. */
export function statementLine(
  { channel, merchant, state, rows, classes }: Reconciliation,
  found: readonly Exception[],
) {
  const open = found.filter((one) => !ended.has(one.state));
  const matched = classes?.MATCHED;
  return {
    channel,
    merchant,
    status: state,
    rows: rows?.rows ?? 0,
    matchedRows: matched?.rows ?? 0,
    matchedInFen: matched?.inFen ?? 0,
    matchedOutFen: matched?.outFen ?? 0,
    feeFen: rows?.feeFen ?? 0,
    openItems: open.length,
    openFen: open.reduce((fen, one) => fen + Math.abs(one.differenceFen), 0),
  };
}
