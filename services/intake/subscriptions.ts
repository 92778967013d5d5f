import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { BundleCaseEndedV1 } from '#events/intake/bundle-case-ended.v1';
import { BundleCasesDueV1 } from '#events/intake/bundle-cases-due.v1';
import { BundleGivenUpV1 } from '#events/intake/bundle-given-up.v1';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { CataloguePublishedV1 } from '#events/intake/catalogue-published.v1';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { PapersMeasuredV1 } from '#events/intake/papers-measured.v1';
import { StageCaseDueV1 } from '#events/intake/stage-case-due.v1';
import { PartyMergedV1 } from '#events/intake/party-merged.v1';
import { CaseMaterialsChangedV1 } from '#events/materials/case-materials-changed.v1';
import { DisputeChangedV1 } from '#events/materials/dispute-changed.v1';
import { LicenceChangedV1 } from '#events/materials/licence-changed.v1';
import { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { VisitMeasuredV1 } from '#events/intake/visit-measured.v1';
import { on, type Subscription } from '#shared/queue';
import type { IntakeDeps } from './deps.ts';
import { chargeCase } from './functions/facts/charge-case.ts';
import { closeMaterials } from './functions/facts/close-materials.ts';
import { onApplicationSubmitted } from './functions/facts/on-application-submitted.ts';
import { onAuthorityChanged } from './functions/facts/on-authority-changed.ts';
import { onBillChanged } from './functions/facts/on-bill-changed.ts';
import { onBundleCaseEnded } from './functions/facts/on-bundle-case-ended.ts';
import { onBundleCasesDue } from './functions/facts/on-bundle-cases-due.ts';
import { onBundleGivenUp } from './functions/facts/on-bundle-given-up.ts';
import { onCalendarPublished } from './functions/facts/on-calendar-published.ts';
import { onCaseChanged } from './functions/facts/on-case-changed.ts';
import { onCaseMaterialsChanged } from './functions/facts/on-case-materials-changed.ts';
import { archiveDelivered, archiveEnded, archiveTakenBack } from './functions/facts/on-case-closed.ts';
import { onStageCaseDue } from './functions/facts/on-stage-case-due.ts';
import { onStagePlanned } from './functions/facts/on-stage-planned.ts';
import { tellItems } from './functions/facts/tell-items.ts';
import { beginDelivery, beginPublicity, pushToSupervisor, supersedePush } from './functions/facts/on-case-decided.ts';
import { followCommitment, takeBackResult } from './functions/facts/on-taken-back.ts';
import { onCataloguePublished } from './functions/facts/on-catalogue-published.ts';
import { onCaseMeasured, onPapersMeasured, onVisitMeasured } from './functions/facts/count-measured.ts';
import { onDisputeChanged } from './functions/facts/on-dispute-changed.ts';
import { onLicenceChanged } from './functions/facts/on-licence-changed.ts';
import { onNoticeProved } from './functions/facts/on-notice-proved.ts';
import { onPartUndone } from './functions/facts/on-part-undone.ts';
import { onPartyMerged } from './functions/facts/on-party-merged.ts';
import { onPrefillKnown } from './functions/facts/on-prefill-known.ts';
import { tellLicence } from './functions/facts/tell-licence.ts';

/** Which function handles which fact; a name is part of the mark and never changes. */
export const subscriptions: readonly Subscription<IntakeDeps>[] = [
  on(ApplicationSubmittedV1, 'intake.on-application-submitted', onApplicationSubmitted),
  on(CaseChangedV2, 'intake.on-case-changed', onCaseChanged),
  on(CaseChangedV2, 'intake.begin-delivery', beginDelivery),
  on(CaseChangedV2, 'intake.begin-publicity', beginPublicity),
  on(CaseChangedV2, 'intake.push-to-supervisor', pushToSupervisor),
  on(CaseChangedV2, 'intake.supersede-push', supersedePush),
  on(CaseChangedV2, 'intake.take-back-result', takeBackResult),
  on(CaseChangedV2, 'intake.follow-commitment', followCommitment),
  on(CaseChangedV2, 'intake.archive-taken-back', archiveTakenBack),
  on(CaseChangedV2, 'intake.on-part-undone', onPartUndone),
  on(PapersMeasuredV1, 'intake.on-papers-measured', onPapersMeasured),
  on(CaseMeasuredV1, 'intake.on-case-measured', onCaseMeasured),
  on(VisitMeasuredV1, 'intake.on-visit-measured', onVisitMeasured),
  on(CaseChangedV2, 'intake.archive-ended', archiveEnded),
  on(DeliveryChangedV1, 'intake.archive-delivered', archiveDelivered),
  on(CaseChangedV2, 'intake.charge-case', chargeCase),
  on(CaseChangedV2, 'intake.close-materials', closeMaterials),
  on(CaseChangedV2, 'intake.tell-licence', tellLicence),
  on(BillChangedV1, 'intake.on-bill-changed', onBillChanged),
  on(NoticeProvedV1, 'intake.on-notice-proved', onNoticeProved),
  on(CalendarPublishedV1, 'intake.on-calendar-published', onCalendarPublished),
  on(CataloguePublishedV1, 'intake.on-catalogue-published', onCataloguePublished),
  on(CataloguePublishedV1, 'intake.tell-items', tellItems),
  on(AuthorityChangedV1, 'intake.on-authority-changed', onAuthorityChanged),
  on(StageCaseDueV1, 'intake.on-stage-case-due', onStageCaseDue),
  on(StagePlannedV1, 'intake.on-stage-planned', onStagePlanned),
  on(BundleCasesDueV1, 'intake.on-bundle-cases-due', onBundleCasesDue),
  on(BundleCaseEndedV1, 'intake.on-bundle-case-ended', onBundleCaseEnded),
  on(BundleGivenUpV1, 'intake.on-bundle-given-up', onBundleGivenUp),
  on(PartyMergedV1, 'intake.on-party-merged', onPartyMerged),
  on(LicenceChangedV1, 'intake.on-licence-changed', onLicenceChanged),
  on(DisputeChangedV1, 'intake.on-dispute-changed', onDisputeChanged),
  on(PrefillKnownV1, 'intake.on-prefill-known', onPrefillKnown),
  on(CaseMaterialsChangedV1, 'intake.on-case-materials-changed', onCaseMaterialsChanged),
];
