import { expectPayout, type Expected } from '../../services/payments/domain/bank/expected.ts';
import type { StatementRow } from '../../services/payments/domain/reconciliation/row.ts';

/** What a channel says that it pays out to the treasury's merchant of a day. */
export const payout = (channel: string, day: string, amountFen: number): Expected => {
  const said = { id: `${channel}.treasury.${day}`, merchant: 'treasury', channel, day, amountFen, revision: 1 };
  return expectPayout(said);
};

type Said = [channel?: string | undefined, day?: string | undefined, number?: string];

/** A row of the bank: a credit, or below zero a debit, of a channel and day where the bank says so. */
export function bankRow(line: number, fen: number, ...[channel, day, number = `B${line}`]: Said): StatementRow {
  return {
    line,
    direction: fen < 0 ? 'out' : 'in',
    number,
    ref: number,
    merchantNumber: '',
    amountFen: Math.abs(fen),
    feeFen: 0,
    currency: 'CNY',
    status: 'done',
    at: new Date('2026-08-10T02:00:00Z'),
    about: { ...(channel && { channel }), ...(day && { day }) },
  };
}
