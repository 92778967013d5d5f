import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { ConsultationChangedV1 } from '#events/agency/consultation-changed.v1';
import type { DrawingReviewChangedV1 } from '#events/agency/drawing-review-changed.v1';
import type { GuidanceGivenV1 } from '#events/agency/guidance-given.v1';
import type { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import { TaskChangedV1 } from '#events/agency/task-changed.v1';
import { TaskUrgedV1 } from '#events/agency/task-urged.v1';
import type { VisitChangedV1 } from '#events/agency/visit-changed.v1';
import { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import { BundleChangedV2 } from '#events/intake/bundle-changed.v2';
import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import { DeliveryChangedV1 } from '#events/intake/delivery-changed.v1';
import { DraftWithdrawnV1 } from '#events/intake/draft-withdrawn.v1';
import { FeeAssessedV1 } from '#events/intake/fee-assessed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { MaterialsUnconfirmedV1 } from '#events/intake/materials-unconfirmed.v1';
import { ObjectionAnsweredV1 } from '#events/intake/objection-answered.v1';
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
import { messages, type Message } from '../messages.ts';
import { postMessages, type PostMessage } from '../post-line.ts';

/** Named by type alone: what the inbox loads at start leaves these contracts out (record 9). */
const [reviewed, visited, guided, troubled]: readonly [
  (typeof DrawingReviewChangedV1)['type'],
  (typeof VisitChangedV1)['type'],
  (typeof GuidanceGivenV1)['type'],
  (typeof ProblemChangedV1)['type'],
] = [
  'agency.drawing-review-changed.v1',
  'agency.visit-changed.v1',
  'agency.guidance-given.v1',
  'agency.problem-changed.v1',
];

const begun: ReadonlySet<string> = new Set([
  'submitted',
  'anew-opened',
  'sanction-opened',
  'correct-opened',
  'revoke-opened',
  'review-opened',
]);
const beginning = (...starts: readonly string[]): Message[] =>
  messages.filter((message) => starts.some((start) => message.startsWith(start)));

/** Which messages are read out of which fact, but for those of a case that goes on: they are all the others. */
const named: readonly (readonly [type: string, read: readonly Message[]])[] = [
  [ApplicationSubmittedV1.type, messages.filter((message) => begun.has(message))],
  [BundleChangedV2.type, beginning('bundle-')],
  [StageChangedV1.type, beginning('stage-')],
  [DeliveryChangedV1.type, beginning('result-')],
  [DraftWithdrawnV1.type, ['draft-withdrawn']],
  [FeeAssessedV1.type, ['fee-due', 'fee-changed']],
  [FeeCancelledV1.type, ['fee-cancelled']],
  [MaterialsUnconfirmedV1.type, beginning('materials-')],
  [ObjectionAnsweredV1.type, beginning('objection-')],
  [RefundProposedV1.type, ['refund-proposed']],
  [DisputeChangedV1.type, beginning('dispute-')],
  [MaterialChangedV1.type, ['material-expired', 'material-refused']],
  [MaterialExpiringV1.type, ['material-expiring']],
  [BillChangedV1.type, ['bill-paid']],
  [RefundChangedV1.type, ['refund-approved', 'refund-rejected', 'refund-stuck', 'refund-done']],
  [ReceiptChangedV1.type, beginning('receipt-')],
  [AuthorityChangedV1.type, beginning('authority-')],
  [ConsultationChangedV1.type, beginning('consultation-')],
  [troubled, beginning('problem-')],
  [guided, ['guidance-given']],
  [reviewed, beginning('drawings-')],
  [visited, beginning('visit-')],
];

const elsewhere = new Set(named.flatMap(([, read]) => read));

/** 事件与消息: every fact that tells a party something, with all that it may tell; each message is one fact's. */
export const toldOf: ReadonlyMap<string, readonly Message[]> = new Map([
  [CaseChangedV2.type, messages.filter((message) => !elsewhere.has(message))],
  ...named,
]);

/** The same for what is told to whoever holds a post. */
export const postTold: ReadonlyMap<string, readonly PostMessage[]> = new Map([
  [WarningGivenV1.type, postMessages.filter((message) => /overdue|tolerance/.test(message))],
  [SupervisionReportedV1.type, postMessages.filter((message) => message.startsWith('supervision-'))],
  [TaskUrgedV1.type, postMessages.filter((message) => message.startsWith('task-'))],
  [TaskChangedV1.type, ['decision-late']],
  [ConsultationChangedV1.type, ['consultation-late']],
  [DisputeChangedV1.type, postMessages.filter((message) => message.startsWith('dispute-'))],
]);
