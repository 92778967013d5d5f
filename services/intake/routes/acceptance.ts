import { staff } from '#shared/access';
import { onDemand, type Route } from '#shared/route';
import { deciding, faceToFace, heads, officers, owner, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { decidedProblems } from '../problems/decided.ts';
import { noSuchOffice } from '../problems/case-office.ts';
import { confirming, notEntitled } from '../problems/party.ts';
import { acceptBody, settleToleranceBody } from '../schemas/accept.ts';
import * as bodies from '../schemas/act.ts';
import { actRoute, officeRefusals } from './act-route.ts';

const taking = [window, deciding];
const proposing = staff('department', 'approver');

/** 受理: from the receipt to an accepted case, or to a refusal that a head has approved. */
export const acceptanceRoutes: readonly Route<IntakeDeps>[] = [
  actRoute({
    act: 'accept',
    summary: 'Accept a case (受理); the promised limit begins. What is only filed (备案) is done with it',
    may: taking,
    body: acceptBody,
    refusals: [
      ...officeRefusals,
      decidedProblems['materials-waiting'],
      decidedProblems['basis-changed'],
      decidedProblems['not-deferrable'],
      caseProblems['record-unrepaired'],
      decidedProblems['no-licence-asked'],
      decidedProblems['licence-unclear'],
      decidedProblems['licence-unknown'],
      decidedProblems['tolerance-too-long'],
      decidedProblems['earlier-part-gone'],
    ],
    run: onDemand(async () => (await import('../functions/case/accept-application.ts')).acceptApplication),
  }),
  actRoute({
    act: 'request-correction',
    summary: 'Tell the applicant once of all that is missing or wrong (一次性告知)',
    may: taking,
    body: bodies.correctionBody,
    refusals: [
      ...officeRefusals,
      caseProblems['not-on-list'],
      decidedProblems['notice-too-long'],
      caseProblems['third-notice'],
    ],
    run: onDemand(async () => (await import('../functions/case/ask-applicant.ts')).askForCorrection),
  }),
  actRoute({
    act: 'extend-correction',
    summary: 'Give the applicant more time to answer a notice, once',
    may: taking,
    body: bodies.moreTimeBody,
    refusals: officeRefusals,
    run: onDemand(async () => (await import('../functions/case/ask-applicant.ts')).extendNotice),
  }),
  actRoute({
    act: 'resubmit',
    summary: 'Answer all that a notice asked for, and nothing else; a desk says who came',
    may: [owner, window, faceToFace, officers],
    body: bodies.resubmitBody,
    refusals: [
      caseProblems['wrong-state'],
      caseProblems['form-invalid'],
      caseProblems['deadline-passed'],
      decidedProblems['not-asked'],
      decidedProblems['not-answered'],
      caseProblems['record-full'],
      caseProblems['own-case'],
      caseProblems['own-notice'],
      caseProblems.recused,
      notEntitled,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/case/resubmit-application.ts')).resubmitApplication),
    ),
  }),
  actRoute({
    act: 'propose-refusal',
    summary: 'Propose that acceptance be refused; a window has no veto (窗口无否决权)',
    may: [window, proposing],
    body: bodies.proposeRefusalBody,
    refusals: officeRefusals,
    run: onDemand(async () => (await import('../functions/case/refuse-acceptance.ts')).proposeRefusalOf),
  }),
  actRoute({
    act: 'approve-refusal',
    summary: 'Refuse acceptance, or show the way to another office, as another person has proposed (不予受理, 指路)',
    may: [heads],
    body: bodies.opinionBody,
    refusals: [...officeRefusals, caseProblems['same-person']],
    run: onDemand(async () => (await import('../functions/case/refuse-acceptance.ts')).approveRefusalOf),
  }),
  actRoute({
    act: 'overturn-refusal',
    summary: 'Send a proposed refusal back: the case goes on',
    may: [heads],
    body: bodies.opinionBody,
    refusals: officeRefusals,
    run: onDemand(async () => (await import('../functions/case/refuse-acceptance.ts')).overturnRefusalOf),
  }),
  actRoute({
    act: 'signpost',
    summary:
      'Propose that the applicant be shown the way to the office whose case it is (指路牌); a head approves it as a refusal',
    may: [window, proposing],
    body: bodies.signpostBody,
    refusals: [...officeRefusals, noSuchOffice, decidedProblems['not-another-office']],
    run: onDemand(async () => (await import('../functions/case/signpost-application.ts')).signpostApplication),
  }),
  actRoute({
    act: 'signpost-agreed',
    summary:
      'Show the applicant the way to the office whose case it is, where he agrees at the window and signs: the case ends at once',
    may: [window],
    body: bodies.signpostAgreedBody,
    refusals: [...officeRefusals, noSuchOffice, decidedProblems['not-another-office'], notEntitled, ...confirming],
    run: onDemand(async () => (await import('../functions/case/signpost-application.ts')).signpostAgreedApplication),
  }),
  actRoute({
    act: 'settle-tolerance',
    summary:
      'Record that what was to follow has come (容缺): line by line, as a document or as originals that were seen',
    may: taking,
    body: settleToleranceBody,
    refusals: [...officeRefusals, decidedProblems['not-come']],
    run: onDemand(async () => (await import('../functions/case/on-the-way.ts')).settleToleranceOf),
  }),
];
