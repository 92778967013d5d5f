import { CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
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
import { openChannels } from './channels.ts';
import { closeBooks } from './closing.ts';
import { openCollectors } from './collectors.ts';
import { Service } from './constructs/service.ts';
import { matchStatements } from './matching.ts';
import type { Platform } from './platform.ts';
import { issueReceipts } from './receipts.ts';
import { keepStatements } from './statements.ts';

/** 退付: each province sets its own. */
function treasuryDays(stack: Stack): string {
  return new CfnParameter(stack, 'TreasuryRefundDays', {
    description:
      'Working days in which a unit verifies a refund of remitted money, finance approves it, the treasury pays it',
    default: '10,10,10',
    allowedPattern: String.raw`\d{1,2},\d{1,2},\d{1,2}`,
  }).valueAsString;
}

/** One ledger for all payees, so it runs in the city only. */
export class Payments extends Stack {
  readonly service: Service;

  constructor(scope: Construct, id: string, { platform, ...props }: StackProps & { platform: Platform }) {
    super(scope, id, props);
    this.service = new Service(this, 'Payments', { platform, name: 'payments' });
    this.service.consumes(FeeAssessedV1, FeeCancelledV1, RefundProposedV1, PaymentNotedV1, PartyMergedV1, PayerNamedV1);
    platform.grantTakingOver(this.service.consumer(), PayerNamedV1);
    // What an order has paid, or let go of, and what has gone back, each bill takes in by itself.
    this.service.consumesFromItsSet(BillsSettledV1, RefundChangedV1, ReconciliationChangedV1, CalendarPublishedV1);
    this.service.every(Duration.minutes(1), 'pass-time');
    this.service.every(Duration.minutes(15), 'draw-remittances');
    this.service.watches('PaymentsUnnoted', {
      every: Duration.minutes(5),
      description:
        'a day after a payment its case does not say that it knows of it, or its collector has not booked it',
      runbook: 'unnoted-payments',
    });
    this.service.every(Duration.minutes(30), 'watch-refunds');
    this.service.watches('BookingsKept', {
      every: Duration.minutes(30),
      description:
        'a collector has not undone the booking of an approved refund for a day, or refuses to: no money has moved',
      runbook: 'kept-bookings',
    });
    platform.grantPartyKey(this.service.api);
    this.service.knows('SANDBOX', platform.sandbox ? 'on' : 'off');
    this.service.knows('TREASURY_REFUND_DAYS', treasuryDays(this));
    const merchants = openChannels(this, { platform, service: this.service });
    openCollectors(this, { platform, service: this.service });
    issueReceipts(this, { platform, service: this.service });
    const bucket = keepStatements(this, { platform, service: this.service });
    matchStatements(this, { platform, service: this.service, bucket, merchants });
    closeBooks(this, { platform, service: this.service });
  }
}
