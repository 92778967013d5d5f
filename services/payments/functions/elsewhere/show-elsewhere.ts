import type { Elsewhere } from '../../domain/elsewhere/elsewhere.ts';
import { paymentCodeOf } from '../../domain/bill/payment-code.ts';

/** As finance sees it. */
export function showElsewhere(found: Elsewhere) {
  const { id, state, version, billId, amountFen, paidAt, bank, slip, proposedBy, orderId, pays } = found;
  return {
    id,
    status: state,
    version,
    billId,
    paymentCode: paymentCodeOf({ id: billId }),
    amountFen,
    paidAt: paidAt.toISOString(),
    bank,
    slip,
    proposedBy,
    ...(orderId && { orderId }),
    ...(pays !== undefined && { pays }),
    actions: state === 'proposed' ? (['approve', 'reject'] as const) : [],
  };
}
