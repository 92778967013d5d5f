import { actExamples } from './examples/act.ts';
import { archiveExamples } from './examples/archive.ts';
import { bundleExamples } from './examples/bundle.ts';
import { caseExamples } from './examples/case.ts';
import { catalogueExamples } from './examples/catalogue.ts';
import { clockExamples } from './examples/clock.ts';
import { documentExamples } from './examples/document.ts';
import { commitmentExamples } from './examples/commitment.ts';
import { followUpExamples } from './examples/follow-up.ts';
import { deliveryExamples } from './examples/delivery.ts';
import { feeExamples } from './examples/fee.ts';
import { materialExamples } from './examples/material.ts';
import { materialsExamples } from './examples/materials.ts';
import { batchExamples } from './examples/batches.ts';
import { billExamples } from './examples/bills.ts';
import { closeExamples } from './examples/close.ts';
import { exceptionExamples } from './examples/exceptions.ts';
import { paymentsExamples } from './examples/payments.ts';
import { reportExamples } from './examples/reports.ts';
import { receiptExamples } from './examples/receipts.ts';
import { settlementExamples } from './examples/settlement.ts';
import { remittanceExamples } from './examples/remittance.ts';
import { noticeRulesExamples } from './examples/notice-rules.ts';
import { contactExamples } from './examples/contact.ts';
import { statementExamples } from './examples/statements.ts';
import { notificationsExamples } from './examples/notifications.ts';
import { officerExamples } from './examples/officer.ts';
import { areaExamples } from './examples/area.ts';
import { drawingExamples } from './examples/drawing.ts';
import { evaluationExamples } from './examples/evaluation.ts';
import { authorityExamples } from './examples/authority.ts';
import { visitExamples } from './examples/visit.ts';
import { mandateExamples } from './examples/mandate.ts';
import { progressExamples } from './examples/progress.ts';
import { planExamples } from './examples/plan.ts';
import { helpExamples } from './examples/help.ts';
import { stageExamples } from './examples/stage.ts';
import { projectExamples } from './examples/project.ts';
import { publicityExamples } from './examples/publicity.ts';
import { partyExamples } from './examples/party.ts';
import { trackingExamples } from './examples/tracking.ts';
import { supervisionExamples } from './examples/supervision.ts';

/** An example for each body of the API by the id of its schema, by area; a test reads each by that schema. */
export const examples: Record<string, unknown> = {
  ...catalogueExamples,
  ...caseExamples,
  ...actExamples,
  ...followUpExamples,
  ...commitmentExamples,
  ...clockExamples,
  ...materialExamples,
  ...feeExamples,
  ...partyExamples,
  ...documentExamples,
  ...trackingExamples,
  ...deliveryExamples,
  ...publicityExamples,
  ...archiveExamples,
  ...bundleExamples,
  ...supervisionExamples,
  ...materialsExamples,
  ...billExamples,
  ...paymentsExamples,
  ...reportExamples,
  ...exceptionExamples,
  ...closeExamples,
  ...receiptExamples,
  ...remittanceExamples,
  ...statementExamples,
  ...settlementExamples,
  ...notificationsExamples,
  ...contactExamples,
  ...noticeRulesExamples,
  ...projectExamples,
  ...officerExamples,
  ...progressExamples,
  ...helpExamples,
  ...mandateExamples,
  ...authorityExamples,
  ...planExamples,
  ...stageExamples,
  ...areaExamples,
  ...drawingExamples,
  ...evaluationExamples,
  ...visitExamples,
  ...batchExamples,
};
