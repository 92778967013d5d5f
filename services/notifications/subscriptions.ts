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
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { MaterialsUnconfirmedV1 } from '#events/intake/materials-unconfirmed.v1';
import { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
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
import { onCalendarPublished } from '#shared/calendar-copies';
import { onPartyMerged } from '#shared/merged-parties';
import { on, type Subscription } from '#shared/queue';
import type { NotificationsDeps } from './deps.ts';
import { onApplicationSubmitted } from './functions/on-application-submitted.ts';
import { onBundleChanged } from './functions/on-bundle-changed.ts';
import { onDeliveryChanged } from './functions/on-delivery-changed.ts';
import { tellDisputed, tellDisputing } from './functions/on-dispute-changed.ts';
import { onDraftWithdrawn } from './functions/on-draft-withdrawn.ts';
import { onFactOfCase } from './functions/on-fact-of-case.ts';
import {
  onConsultationChanged,
  onGuidanceGiven,
  onProblemChanged,
  tellHeadOfConsultation,
  tellHeadOfDecision,
} from './functions/on-help-changed.ts';
import { onDrawingReviewChanged, onVisitChanged } from './functions/on-joint-changed.ts';
import { onMaterialExpiring } from './functions/on-material-expiring.ts';
import { onObjectionAnswered } from './functions/on-objection-answered.ts';
import {
  onAuthorityChanged,
  onMaterialChanged,
  onReceiptChanged,
  onRefundChanged,
} from './functions/on-own-changed.ts';
import { onStageChanged } from './functions/on-stage-changed.ts';
import { onSupervisionReported } from './functions/on-supervision-reported.ts';
import { tellHeadOfUrged, tellUrged } from './functions/on-task-urged.ts';
import { onWarningGiven } from './functions/on-warning-given.ts';

/** Which function handles which fact; a name is part of the mark and never changes. */
export const subscriptions: readonly Subscription<NotificationsDeps>[] = [
  on(ApplicationSubmittedV1, 'notifications.on-application-submitted', onApplicationSubmitted),
  on(BundleChangedV2, 'notifications.on-bundle-changed', onBundleChanged),
  on(StageChangedV1, 'notifications.on-stage-changed', onStageChanged),
  on(CalendarPublishedV1, 'notifications.on-calendar-published', onCalendarPublished),
  on(CaseChangedV2, 'notifications.on-case-changed', onFactOfCase),
  on(DeliveryChangedV1, 'notifications.on-delivery-changed', onDeliveryChanged),
  on(DisputeChangedV1, 'notifications.tell-disputing', tellDisputing),
  on(DisputeChangedV1, 'notifications.tell-disputed', tellDisputed),
  on(AuthorityChangedV1, 'notifications.on-authority-changed', onAuthorityChanged),
  on(ConsultationChangedV1, 'notifications.on-consultation-changed', onConsultationChanged),
  on(ConsultationChangedV1, 'notifications.tell-head-of-consultation', tellHeadOfConsultation),
  on(TaskChangedV1, 'notifications.tell-head-of-decision', tellHeadOfDecision),
  on(GuidanceGivenV1, 'notifications.on-guidance-given', onGuidanceGiven),
  on(DrawingReviewChangedV1, 'notifications.on-drawing-review-changed', onDrawingReviewChanged),
  on(VisitChangedV1, 'notifications.on-visit-changed', onVisitChanged),
  on(ProblemChangedV1, 'notifications.on-problem-changed', onProblemChanged),
  on(BillChangedV1, 'notifications.on-bill-changed', onFactOfCase),
  on(RefundChangedV1, 'notifications.on-refund-changed', onRefundChanged),
  on(ReceiptChangedV1, 'notifications.on-receipt-changed', onReceiptChanged),
  on(MaterialChangedV1, 'notifications.on-material-changed', onMaterialChanged),
  on(MaterialExpiringV1, 'notifications.on-material-expiring', onMaterialExpiring),
  on(ObjectionAnsweredV1, 'notifications.on-objection-answered', onObjectionAnswered),
  on(DraftWithdrawnV1, 'notifications.on-draft-withdrawn', onDraftWithdrawn),
  on(FeeAssessedV1, 'notifications.on-fee-assessed', onFactOfCase),
  on(FeeCancelledV1, 'notifications.on-fee-cancelled', onFactOfCase),
  on(SupervisionReportedV1, 'notifications.on-supervision-reported', onSupervisionReported),
  on(TaskUrgedV1, 'notifications.tell-urged', tellUrged),
  on(TaskUrgedV1, 'notifications.tell-head-of-urged', tellHeadOfUrged),
  on(WarningGivenV1, 'notifications.on-warning-given', onWarningGiven),
  on(RefundProposedV1, 'notifications.on-refund-proposed', onFactOfCase),
  on(PartyMergedV1, 'notifications.on-party-merged', onPartyMerged),
  on(MaterialsUnconfirmedV1, 'notifications.on-materials-unconfirmed', onFactOfCase),
];
