import { amountOfBill, type Bill } from '../../domain/bill/bill.ts';

/** What finance must see to of a bill: its case, told twice, has not said within a day that it knows; its collector has not booked it. */
export function mattersOf(bill: Bill) {
  const { id, source, paid, unnoted, booking } = bill;
  const about = {
    owner: 'finance' as const,
    billId: id,
    district: source.district,
    ...(source.by === 'assessment' && { caseId: source.caseId }),
    ...(paid && { orderId: paid.orderId, paidAt: paid.at.toISOString() }),
    amountFen: amountOfBill(bill),
  };
  return [
    ...(unnoted ? [{ kind: 'unnoted' as const, since: unnoted.toISOString(), ...about }] : []),
    ...(booking?.unbooked ? [{ kind: 'unbooked' as const, since: booking.unbooked.toISOString(), ...about }] : []),
  ];
}
