import type { Exception } from '../exception/exception.ts';
import type { Reconciliation } from '../reconciliation/reconciliation.ts';
import type { BankOutcome } from './match.ts';

/** What the bank and the ledger do not say alike, before anybody knows whether that is news. */
export type Difference = Pick<
  Exception,
  'class' | 'merchant' | 'day' | 'subject' | 'row' | 'ledger' | 'differenceFen' | 'detail'
>;

/** What an outcome tells finance: nothing where both agree, where the bank has time still, or where the clock has told it. */
export function differenceOf(
  { class: found, rows, expected, differenceFen }: BankOutcome,
  { merchant, day }: Pick<Reconciliation, 'merchant' | 'day'>,
): Difference | undefined {
  const [row] = rows;
  if (!row || found === 'MATCHED') return undefined;
  const nth = found === 'DUPLICATE_IN_STATEMENT' ? 2 : 1;
  const [first] = expected;
  // The ledger's side is seen in the direction of the row; the difference is signed.
  const sign = row.direction === 'in' ? 1 : -1;
  const awaited = expected.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return {
    class: found,
    merchant,
    day,
    subject: { kind: 'number', number: row.number, direction: row.direction, nth },
    row,
    ...(first && { ledger: { amountFen: sign * awaited, day, ref: first.id, lines: [] } }),
    differenceFen,
    detail: rows.length > 1 ? `rows:${rows.length}` : '',
  };
}
