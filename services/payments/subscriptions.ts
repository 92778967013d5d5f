import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import { onCalendarPublished } from '#shared/calendar-copies';
import { onPartyMerged } from '#shared/merged-parties';
import { on, type Subscription } from '#shared/queue';
import type { PaymentsDeps } from './deps.ts';
import { expectFromStatement } from './functions/bank/expect-from-statement.ts';
import { finishException } from './functions/facts/finish-exception.ts';
import { payOverShown } from './functions/settlement/pay-over-shown.ts';
import { confirmByBank } from './functions/remittance/confirm-arrived.ts';
import { makeReceipts } from './functions/facts/make-receipts.ts';
import { onBillsSettled } from './functions/facts/on-bills-settled.ts';
import { onFeeAssessed } from './functions/facts/on-fee-assessed.ts';
import { onPayerNamed } from './functions/facts/on-payer-named.ts';
import { onPaymentNoted } from './functions/facts/on-payment-noted.ts';
import { onRefundChanged } from './functions/facts/on-refund-changed.ts';
import { onRefundProposed } from './functions/facts/on-refund-proposed.ts';
import { takeReceiptsBack } from './functions/facts/take-receipts-back.ts';
import { onFeeCancelled } from './functions/facts/on-fee-cancelled.ts';

/** Which function handles which fact; a name is part of the mark and never changes. */
export const subscriptions: readonly Subscription<PaymentsDeps>[] = [
  on(CalendarPublishedV1, 'payments.on-calendar-published', onCalendarPublished),
  on(FeeAssessedV1, 'payments.on-fee-assessed', onFeeAssessed),
  on(FeeCancelledV1, 'payments.on-fee-cancelled', onFeeCancelled),
  on(PartyMergedV1, 'payments.on-party-merged', onPartyMerged),
  on(PayerNamedV1, 'payments.on-payer-named', onPayerNamed),
  on(PaymentNotedV1, 'payments.on-payment-noted', onPaymentNoted),
  on(RefundProposedV1, 'payments.on-refund-proposed', onRefundProposed),
  on(RefundChangedV1, 'payments.on-refund-changed', onRefundChanged),
  on(RefundChangedV1, 'payments.take-receipts-back', takeReceiptsBack),
  on(RefundChangedV1, 'payments.finish-exception', finishException),
  on(BillsSettledV1, 'payments.on-bills-settled', onBillsSettled),
  on(BillsSettledV1, 'payments.make-receipts', makeReceipts),
  on(ReconciliationChangedV1, 'payments.expect-from-statement', expectFromStatement),
  on(ReconciliationChangedV1, 'payments.confirm-by-bank', confirmByBank),
  on(ReconciliationChangedV1, 'payments.pay-over-shown', payOverShown),
];
