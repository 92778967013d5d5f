import { differenceIn, type Outcome } from '../reconciliation/outcome.ts';
import type { Finding } from './raise.ts';

/** What of an outcome finance must know. */
export function findingOf(outcome: Outcome): Finding {
  const { class: found, number, direction, nth, rows, side, detail } = outcome;
  return {
    class: found === 'MATCHED' ? 'DATA_MISMATCH' : found,
    subject: { kind: 'number', number, direction, nth },
    row: rows[0],
    ...(side && {
      ledger: {
        amountFen: side.amountFen,
        day: side.day,
        ref: side.refs.join(','),
        orderId: side.of,
        lines: [...side.lines],
      },
    }),
    differenceFen: differenceIn(outcome),
    detail: rows.length > 1 ? `rows:${rows.length}` : detail,
  };
}
