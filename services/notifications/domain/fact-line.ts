import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { MaterialsUnconfirmedV1 } from '#events/intake/materials-unconfirmed.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import type { Envelope } from '#events/event';
import { lineOf, lineOfChange, type KnownCase, type Line } from './line.ts';

type Reader = (known: KnownCase, event: Envelope) => Line | undefined;

// These name their case and nobody: whom to tell is known of the case, so they wait for it.
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    CaseChangedV2.type,
    (known, event) => {
      const data = CaseChangedV2.data.parse(event.data);
      // What is done to a whole stage is told once, of the stage.
      return data.withStage ? undefined : lineOfChange(known, { ...event, data });
    },
  ],
  [
    FeeAssessedV1.type,
    (known, event) => {
      const { revision, dueAt, lines } = FeeAssessedV1.data.parse(event.data);
      const amountFen = lines.reduce((sum, line) => sum + line.amountFen, 0);
      return { ...lineOf(known, event, revision > 1 ? 'fee-changed' : 'fee-due'), dueAt, amountFen };
    },
  ],
  [FeeCancelledV1.type, (known, event) => lineOf(known, event, 'fee-cancelled')],
  [
    BillChangedV1.type,
    (known, event) => {
      // That it is due, or need not be paid, its case tells; that money of it goes back, the refund.
      const { state, paidFen, refundedFen } = BillChangedV1.data.parse(event.data);
      if (state !== 'paid' || refundedFen > 0) return undefined;
      return { ...lineOf(known, event, 'bill-paid'), amountFen: paidFen };
    },
  ],
  [RefundProposedV1.type, (known, event) => lineOf(known, event, 'refund-proposed')],
  [
    MaterialsUnconfirmedV1.type,
    (known, event) => {
      const { materials } = MaterialsUnconfirmedV1.data.parse(event.data);
      const isLate = materials.every(({ why }) => why === 'no-answer');
      return lineOf(known, event, isLate ? 'materials-unanswered' : 'materials-refused');
    },
  ],
]);

/** What a fact about a known case tells its applicant; undefined where that is nothing new. Throws for a type that none of them has. */
export function lineOfFact(known: KnownCase, event: Envelope): Line | undefined {
  const read = readers.get(event.type);
  if (!read) throw new Error(`nothing is told of ${event.type}`);
  return read(known, event);
}
