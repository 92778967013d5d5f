import type * as z from 'zod';
import { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import type { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { fact, type Fact } from '#events/event';
import { sumFen } from '#shared/money';
import type { SettlingAt } from './assess.ts';
import { moved, rebalance, withOne } from './balance.ts';
import type { Assessment, Told } from './fees.ts';

/** What payments tells of the bill of an assessment. */
export interface BillTold {
  sequence: number;
  data: z.infer<(typeof BillChangedV1)['data']>;
}

/** The account after what payments tells; the same where it tells nothing new. A payment is never turned away. */
export function noteBill({ fees, facts }: Told, { sequence, data }: BillTold, settling: SettlingAt): Told {
  const found = fees.assessments.find(({ id }) => id === data.assessmentId);
  if (!found || (found.bill && sequence <= found.bill.sequence)) return { fees, facts };
  const { billId, paidFen, refundedFen } = data;
  const known: Assessment = { ...found, bill: { billId, sequence, paidFen, refundedFen } };
  if (paidFen > 0 && found.paidRevision === undefined) {
    const after = { fees: withOne(fees, paid(known, data)), facts: [...facts, notedOf(data)] };
    return rebalance(after, { ...settling, why: 'paid' });
  }
  // Payments tells again where it has not heard that the payment is known here: it is answered again.
  const again = paidFen > 0 && refundedFen === found.bill?.refundedFen ? [notedOf(data)] : [];
  return { fees: withOne(fees, refundedOf(issued(known, data))), facts: [...facts, ...again] };
}

function notedOf({ assessmentId, revision, billId, caseId, paidFen }: BillTold['data']): Fact {
  return fact(PaymentNotedV1, { assessmentId, revision, billId, caseId, paidFen });
}

/** The bill may have been paid by an earlier revision than the last: what that asked is what is held now. */
function paid(found: Assessment, { revision, paidFen }: BillTold['data']): Assessment {
  const asked = sumFen(found.revisions[revision - 1]?.lines ?? []);
  if (asked !== paidFen) {
    throw new Error(`revision ${revision} of ${found.id} asks ${asked} fen, payments tells of ${paidFen}`);
  }
  return { ...moved(found, 'pay'), paidRevision: revision };
}

function issued(found: Assessment, { state, revision }: BillTold['data']): Assessment {
  const isLast = revision === found.revisions.length;
  return state === 'due' && isLast && found.state === 'assessed' ? moved(found, 'issue') : found;
}

function refundedOf(found: Assessment): Assessment {
  const proposed = sumFen(found.refunds.flatMap(({ lines }) => lines));
  const all = found.state === 'refund-proposed' && found.bill?.refundedFen === proposed;
  return all ? moved(found, 'refund') : found;
}
