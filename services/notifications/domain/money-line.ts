import type { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import type { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Line } from './line.ts';

type Refunded = Pick<ReceivedOf<typeof RefundChangedV1>, 'id' | 'time' | 'district' | 'data'>;
type Receipted = Pick<ReceivedOf<typeof ReceiptChangedV1>, 'id' | 'time' | 'district' | 'data'>;

/** What has become of money that goes back to whoever paid it; that it is proposed its case has told. */
export function lineOfRefund({ id, time, district, data }: Refunded): Line | undefined {
  const { refundId, payer: partyId, state, amountFen } = data;
  if (state === 'proposed') return undefined;
  return { id, partyId, refundId, amountFen, district, at: time, message: `refund-${state}` };
}

/** That a receipt is there, or counts no more; what its holder did with it he knows. */
export function lineOfReceipt({ id, time, district, data }: Receipted): Line | undefined {
  const { receiptId, payer: partyId, kind, state } = data;
  const about = { id, partyId, receiptId, district, at: time };
  if (state === 'reversed') return { ...about, message: 'receipt-reversed' };
  return kind === 'blue' && state === 'issued' ? { ...about, message: 'receipt-issued' } : undefined;
}
