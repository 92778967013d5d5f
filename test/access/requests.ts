import type { Asking } from './asking.ts';
import { officerAskings } from './requests/officer.ts';
import { areaAskings } from './requests/area.ts';
import { drawingAskings } from './requests/drawing.ts';
import { evaluationAskings } from './requests/evaluation.ts';
import { authorityAskings } from './requests/authority.ts';
import { visitAskings } from './requests/visit.ts';
import { mandateAskings } from './requests/mandate.ts';
import { progressAskings } from './requests/progress.ts';
import { projectAskings } from './requests/project.ts';
import { consultationAskings } from './requests/consultation.ts';
import { meetingAskings } from './requests/meeting.ts';
import { guidanceAskings } from './requests/guidance.ts';
import { problemAskings } from './requests/problem.ts';
import { acceptanceAskings } from './requests/acceptance.ts';
import { archiveAskings } from './requests/archive.ts';
import { projectStageAskings } from './requests/project-stage.ts';
import { bundleAskings } from './requests/bundle.ts';
import { caseAskings } from './requests/case.ts';
import { catalogueAskings } from './requests/catalogue.ts';
import { clockAskings } from './requests/clock.ts';
import { documentAskings } from './requests/document.ts';
import { commitmentAskings } from './requests/commitment.ts';
import { followUpAskings } from './requests/follow-up.ts';
import { deliveryAskings } from './requests/delivery.ts';
import { feeAskings } from './requests/fee.ts';
import { materialAskings } from './requests/material.ts';
import { materialsAskings } from './requests/materials.ts';
import { closeAskings } from './requests/close.ts';
import { counterAskings } from './requests/counter.ts';
import { exceptionAskings } from './requests/exceptions.ts';
import { paymentsAskings } from './requests/payments.ts';
import { settlementAskings } from './requests/settlement.ts';
import { remittanceAskings } from './requests/remittance.ts';
import { treasuryRefundAskings } from './requests/treasury-refund.ts';
import { stageAskings } from './requests/stage.ts';
import { statementAskings } from './requests/statements.ts';
import { receiptAskings } from './requests/receipts.ts';
import { batchAskings } from './requests/batches.ts';
import { noticeRulesAskings } from './requests/notice-rules.ts';
import { contactAskings } from './requests/contact.ts';
import { inboxAskings } from './requests/inbox.ts';
import { notificationsAskings } from './requests/notifications.ts';
import { reviewAskings } from './requests/review.ts';
import { publicityAskings } from './requests/publicity.ts';
import { partyAskings } from './requests/party.ts';
import { trackingAskings } from './requests/tracking.ts';
import { supervisionAskings } from './requests/supervision.ts';

/** One asking for each route, by area; a new route is added there and in `matrix/`. */
export const askings: Record<string, Asking> = {
  ...caseAskings,
  ...statementAskings,
  ...acceptanceAskings,
  ...reviewAskings,
  ...followUpAskings,
  ...commitmentAskings,
  ...catalogueAskings,
  ...clockAskings,
  ...materialAskings,
  ...feeAskings,
  ...partyAskings,
  ...documentAskings,
  ...trackingAskings,
  ...deliveryAskings,
  ...publicityAskings,
  ...archiveAskings,
  ...bundleAskings,
  ...areaAskings,
  ...drawingAskings,
  ...evaluationAskings,
  ...visitAskings,
  ...projectStageAskings,
  ...supervisionAskings,
  ...materialsAskings,
  ...paymentsAskings,
  ...counterAskings,
  ...exceptionAskings,
  ...closeAskings,
  ...receiptAskings,
  ...remittanceAskings,
  ...treasuryRefundAskings,
  ...settlementAskings,
  ...notificationsAskings,
  ...inboxAskings,
  ...contactAskings,
  ...batchAskings,
  ...noticeRulesAskings,
  ...projectAskings,
  ...stageAskings,
  ...officerAskings,
  ...progressAskings,
  ...consultationAskings,
  ...mandateAskings,
  ...problemAskings,
  ...guidanceAskings,
  ...meetingAskings,
  ...authorityAskings,
};
