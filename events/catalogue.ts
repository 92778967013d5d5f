import type { EventContract } from '#events/event';
import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import { ClosingSheetDueV1 } from '#events/agency/closing-sheet-due.v1';
import { DrawingReviewChangedV1 } from '#events/agency/drawing-review-changed.v1';
import { HandOverDueV1 } from '#events/agency/hand-over-due.v1';
import { GuidanceGivenV1 } from '#events/agency/guidance-given.v1';
import { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { ProjectChangedV1 } from '#events/agency/project-changed.v1';
import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { TaskChangedV1 } from '#events/agency/task-changed.v1';
import { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import { VisitChangedV1 } from '#events/agency/visit-changed.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import { BundleGivenUpV1 } from '#events/intake/bundle-given-up.v1';
import { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import { DecisionPushedV1 } from '#events/intake/decision-pushed.v1';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { DocumentDueV1 } from '#events/intake/document-due.v1';
import { ItemsPublishedV1 } from '#events/intake/items-published.v1';
import { LicenceDecidedV1 } from '#events/intake/licence-decided.v1';
import { LicenceMadeV1 } from '#events/intake/licence-made.v1';
import { MaterialsGivenV1 } from '#events/intake/materials-given.v1';
import { MaterialsUnconfirmedV1 } from '#events/intake/materials-unconfirmed.v1';
import { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { PayerNamedV1 } from '#events/intake/payer-named.v1';
import { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import { PaymentNotedV1 } from '#events/intake/payment-noted.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { StageCaseDueV1 } from '#events/intake/stage-case-due.v1';
import { StageChangedV1 } from '#events/intake/stage-changed.v1';
import { SupervisionReportedV1 } from '#events/intake/supervision-reported.v1';
import { VisitMeasuredV1 } from '#events/intake/visit-measured.v1';
import { WarningGivenV1 } from '#events/intake/warning-given.v1';
import { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { SharedDataDueV1 } from '#events/materials/shared-data-due.v1';
import { CopyDueV1 } from '#events/materials/copy-due.v1';
import { GrantChangedV1 } from '#events/materials/grant-changed.v1';
import { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import { MaterialExpiringV1 } from '#events/materials/material-expiring.v1';
import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import { BatchChangedV1 } from '#events/notifications/batch-changed.v1';
import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { BillsSettledV1 } from '#events/payments/bills-settled.v1';
import { ReceiptChangedV1 } from '#events/payments/receipt-changed.v1';
import { PeriodChangedV1 } from '#events/payments/period-changed.v1';
import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import { RefundChangedV1 } from '#events/payments/refund-changed.v1';

/** Every current event; `docs/events.md`, the AsyncAPI document and the rule patterns are made from it. */
export const catalogue: readonly EventContract[] = [
  AuthorityChangedV1,
  ConsultationChangedV1,
  ClosingSheetDueV1,
  DrawingReviewChangedV1,
  HandOverDueV1,
  GuidanceGivenV1,
  ProblemChangedV1,
  TaskChangedV1,
  ProgressReportedV1,
  ProjectChangedV1,
  StagePlannedV1,
  TaskUrgedV1,
  VisitChangedV1,
  ApplicationSubmittedV1,
  ArchiveDueV1,
  BundleCaseEndedV1,
  BundleCasesDueV1,
  BundleGivenUpV1,
  BundleChangedV2,
  CalendarPublishedV1,
  CaseChangedV2,
  CaseMeasuredV1,
  CataloguePublishedV1,
  DecisionPushedV1,
  DeliveryChangedV1,
  DocumentDueV1,
  ItemsPublishedV1,
  LicenceDecidedV1,
  LicenceMadeV1,
  MaterialsGivenV1,
  MaterialsUnconfirmedV1,
  ObjectionAnsweredV1,
  DraftWithdrawnV1,
  FeeAssessedV1,
  FeeCancelledV1,
  PapersMeasuredV1,
  PartyMergedV1,
  PayerNamedV1,
  PrefillDueV1,
  PaymentNotedV1,
  RefundProposedV1,
  StageCaseDueV1,
  StageChangedV1,
  SupervisionReportedV1,
  VisitMeasuredV1,
  WarningGivenV1,
  CaseMaterialsChangedV1,
  DisputeChangedV1,
  SharedDataDueV1,
  CopyDueV1,
  GrantChangedV1,
  LicenceChangedV1,
  MaterialChangedV1,
  MaterialExpiringV1,
  PrefillKnownV1,
  BatchChangedV1,
  DeliveryDueV1,
  NoticeProvedV1,
  BillChangedV1,
  BillsSettledV1,
  ReceiptChangedV1,
  PeriodChangedV1,
  ReconciliationChangedV1,
  RefundChangedV1,
];
