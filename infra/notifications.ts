import { Stack } from 'aws-cdk-lib';
import type { StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import { DrawingReviewChangedV1 } from '#events/agency/drawing-review-changed.v1';
import { GuidanceGivenV1 } from '#events/agency/guidance-given.v1';
import { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import { TaskChangedV1 } from '#events/agency/task-changed.v1';
import { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import { VisitChangedV1 } from '#events/agency/visit-changed.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { MaterialsUnconfirmedV1 } from '#events/intake/materials-unconfirmed.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { StageChangedV1 } from '#events/intake/stage-changed.v1';
import { SupervisionReportedV1 } from '#events/intake/supervision-reported.v1';
import { WarningGivenV1 } from '#events/intake/warning-given.v1';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import { MaterialExpiringV1 } from '#events/materials/material-expiring.v1';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import { runBatches } from './batches.ts';
import { Service } from './constructs/service.ts';
import type { Platform } from './platform.ts';
import { openSenders } from './senders.ts';

/** One inbox per person, so it runs in the city only. */
export class Notifications extends Stack {
  readonly service: Service;

  constructor(scope: Construct, id: string, { platform, ...props }: StackProps & { platform: Platform }) {
    super(scope, id, props);
    this.service = new Service(this, 'Notifications', { platform, name: 'notifications' });
    // Codes are made, and addresses counted, under the city's key: neither is kept.
    platform.grantPartyKey(this.service.api);
    this.service.consumes(
      ApplicationSubmittedV1,
      AuthorityChangedV1,
      BillChangedV1,
      BundleChangedV2,
      CalendarPublishedV1,
      CaseChangedV2,
      DeliveryChangedV1,
      DisputeChangedV1,
      DraftWithdrawnV1,
      FeeAssessedV1,
      FeeCancelledV1,
      MaterialChangedV1,
      MaterialExpiringV1,
      MaterialsUnconfirmedV1,
      ObjectionAnsweredV1,
      PartyMergedV1,
      ReceiptChangedV1,
      RefundChangedV1,
      RefundProposedV1,
      StageChangedV1,
      SupervisionReportedV1,
      TaskUrgedV1,
      WarningGivenV1,
      ConsultationChangedV1,
      ProblemChangedV1,
      GuidanceGivenV1,
      TaskChangedV1,
      DrawingReviewChangedV1,
      VisitChangedV1,
    );
    openSenders(this, { platform, service: this.service });
    runBatches(this, { platform, service: this.service });
  }
}
