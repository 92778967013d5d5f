import { noBody } from '#shared/no-body';
import { onDemand, type Route } from '#shared/route';
import { deciding, faceToFace, heads, officers, owner, reviewing, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { decidedProblems } from '../problems/decided.ts';
import { itemNotForApplicant } from '../problems/catalogue.ts';
import { noSuccessor } from '../problems/follow-up.ts';
import { confirming, notEntitled } from '../problems/party.ts';
import * as bodies from '../schemas/act.ts';
import { withdrawCaseBody } from '../schemas/at-desk.ts';
import { decideBody } from '../schemas/decide.ts';
import { actRoute, officeRefusals } from './act-route.ts';

const params = { n: /^\d{1,2}$/ };
const onTasks = {
  may: [reviewing],
  params,
  refusals: [
    ...officeRefusals,
    decidedProblems['task-closed'],
    decidedProblems['task-taken'],
    decidedProblems['not-your-task'],
  ],
};

/** 审批: the review of an accepted case by its departments, what may stop its clock, and its end. */
export const reviewRoutes: readonly Route<IntakeDeps>[] = [
  actRoute({
    ...onTasks,
    act: 'tasks/{n}/claim',
    summary: 'Take a task in hand',
    body: noBody,
    run: onDemand(async () => (await import('../functions/case/work-on-task.ts')).claimTask),
  }),
  actRoute({
    ...onTasks,
    act: 'tasks/{n}/release',
    summary: 'Put a task back',
    body: noBody,
    run: onDemand(async () => (await import('../functions/case/colleague.ts')).releaseTask),
  }),
  actRoute({
    ...onTasks,
    act: 'tasks/{n}/transfer',
    summary: 'Hand a task to a colleague',
    body: bodies.transferBody,
    refusals: [...onTasks.refusals, decidedProblems['not-a-colleague']],
    run: onDemand(async () => (await import('../functions/case/colleague.ts')).transferTask),
  }),
  actRoute({
    ...onTasks,
    act: 'tasks/{n}/recuse',
    summary: 'Step back from a case (回避); the task goes to another',
    body: bodies.recuseBody,
    refusals: [...onTasks.refusals, decidedProblems['not-a-colleague']],
    run: onDemand(async () => (await import('../functions/case/colleague.ts')).recuseFromCase),
  }),
  actRoute({
    ...onTasks,
    act: 'tasks/{n}/opinion',
    summary: 'Give the opinion of a department; what waited for it opens',
    body: bodies.taskOpinionBody,
    run: onDemand(async () => (await import('../functions/case/work-on-task.ts')).giveTaskOpinion),
  }),
  actRoute({
    act: 'suspend',
    summary: 'Stop the clock for a special procedure (特别程序), told in writing',
    may: [deciding],
    body: bodies.suspendBody,
    refusals: [...officeRefusals, decidedProblems['not-a-special-procedure']],
    run: onDemand(async () => (await import('../functions/case/suspend-application.ts')).suspendApplication),
  }),
  actRoute({
    act: 'resume',
    summary: 'End a special procedure; from the next day on the days count again',
    may: [deciding],
    body: bodies.resumeBody,
    refusals: officeRefusals,
    run: onDemand(async () => (await import('../functions/case/on-the-way.ts')).resumeCase),
  }),
  actRoute({
    act: 'request-supplement',
    summary: 'Ask once for what only the review could show; the clock stops until the answer',
    may: [deciding],
    body: bodies.supplementBody,
    refusals: [...officeRefusals, caseProblems['not-on-list'], decidedProblems['notice-too-long']],
    run: onDemand(async () => (await import('../functions/case/ask-applicant.ts')).askForSupplement),
  }),
  actRoute({
    act: 'extend',
    summary: 'Extend the limit once, with a reason that the applicant is told (延长)',
    may: [heads],
    body: bodies.extendBody,
    refusals: [...officeRefusals, decidedProblems['extension-too-long'], decidedProblems['extension-too-late']],
    run: onDemand(async () => (await import('../functions/case/on-the-way.ts')).extendCase),
  }),
  actRoute({
    act: 'decide',
    summary: 'Decide a case (办结)',
    may: [deciding],
    needsVersion: true,
    body: decideBody,
    refusals: [
      ...officeRefusals,
      decidedProblems['tolerance-open'],
      decidedProblems['not-first'],
      decidedProblems['quota-used'],
      decidedProblems['filing-not-refused'],
      decidedProblems['party-not-named'],
      decidedProblems['creates-no-party'],
      decidedProblems['fee-due'],
      decidedProblems['fee-not-assessed'],
      caseProblems['decision-gone'],
      decidedProblems['earlier-part-gone'],
      decidedProblems['materials-waiting'],
      decidedProblems['basis-changed'],
      decidedProblems['sharing-unknown'],
    ],
    run: onDemand(async () => (await import('../functions/case/decide-application.ts')).decideApplication),
  }),
  actRoute({
    act: 'forward',
    summary:
      'Pass a case on to the office that decides it (转报): it goes on as a case of that office, linked both ways',
    may: [deciding],
    body: bodies.forwardBody,
    refusals: [
      ...officeRefusals,
      caseProblems['not-to-forward'],
      noSuccessor,
      itemNotForApplicant,
      caseProblems['numbers-used-up'],
    ],
    run: onDemand(async () => (await import('../functions/case/forward-application.ts')).forwardApplication),
  }),
  actRoute({
    act: 'propose-void',
    summary:
      'Propose that an accepted case be made void, as it was entered twice or by a slip; a head, another person, does it',
    may: [window, deciding],
    body: bodies.voidBody,
    refusals: [...officeRefusals, decidedProblems['not-a-duplicate']],
    run: onDemand(async () => (await import('../functions/case/void-application.ts')).proposeVoidOf),
  }),
  actRoute({
    act: 'void',
    summary:
      'End what was entered twice or by a slip (作废), once accepted as another person has proposed; a supervisor hears of it, and a review may be asked for',
    may: [heads],
    body: bodies.voidBody,
    refusals: [
      ...officeRefusals,
      decidedProblems['not-a-duplicate'],
      caseProblems['void-not-proposed'],
      caseProblems['same-person'],
    ],
    run: onDemand(async () => (await import('../functions/case/void-application.ts')).voidApplication),
  }),
  actRoute({
    act: 'withdraw',
    summary: 'Withdraw a case before it is decided; a desk says who came',
    may: [owner, window, faceToFace, officers],
    body: withdrawCaseBody,
    refusals: [
      caseProblems['wrong-state'],
      caseProblems['deadline-passed'],
      caseProblems['own-case'],
      caseProblems.recused,
      notEntitled,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/case/withdraw-application.ts')).withdrawApplication),
    ),
  }),
];
