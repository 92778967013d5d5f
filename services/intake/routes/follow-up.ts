import { onDemand, route, type Route } from '#shared/route';
import { deciding, heads, officers, owner, reviewing, window } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { onBehalf } from '../on-behalf.ts';
import { caseProblems } from '../problems/case.ts';
import { decidedProblems } from '../problems/decided.ts';
import { alreadyFollowed, noReviewBody, notToFollow, sanctionNotNow } from '../problems/follow-up.ts';
import { confirming, notEntitled } from '../problems/party.ts';
import { actRoute, officeRefusals } from './act-route.ts';
import { actReply } from '../schemas/case.ts';
import * as bodies from '../schemas/follow-up.ts';

const below = '/intake/applications/{id}';
/** 更正, 撤销, 复议: a decided case never changes; another one is opened upon it. */
export const followUpRoutes: readonly Route<IntakeDeps>[] = [
  actRoute({
    act: 'recuse',
    summary: 'Step back from a case as such (回避), whether or not a task is open: who does so does no more of it',
    may: [window, reviewing],
    body: bodies.stepBackBody,
    refusals: [...officeRefusals, decidedProblems['not-your-task'], decidedProblems['not-a-colleague']],
    run: onDemand(async () => (await import('../functions/case/colleague.ts')).recuseFromCase),
  }),
  route({
    method: 'POST',
    path: `${below}/correct`,
    summary: 'Open a case to correct a slip in a decided one (更正)',
    may: [owner, window, deciding, officers],
    body: bodies.correctBody,
    reply: { status: 201, schema: actReply },
    refusals: [
      notToFollow,
      alreadyFollowed,
      caseProblems['decision-gone'],
      caseProblems['numbers-used-up'],
      caseProblems['own-case'],
      caseProblems.recused,
      caseProblems['not-your-department'],
      caseProblems['form-invalid'],
      caseProblems['record-full'],
      notEntitled,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/case/follow-up.ts')).correctApplication),
    ),
  }),
  route({
    method: 'POST',
    path: `${below}/revoke`,
    summary: 'Open a case to revoke what was granted (撤销); another person decides it',
    may: [heads],
    body: bodies.revokeBody,
    reply: { status: 201, schema: actReply },
    refusals: [
      notToFollow,
      alreadyFollowed,
      caseProblems['decision-gone'],
      caseProblems['numbers-used-up'],
      caseProblems['own-case'],
      caseProblems.recused,
      caseProblems['not-your-department'],
    ],
    run: onDemand(async () => (await import('../functions/case/follow-up.ts')).revokeApplication),
  }),
  route({
    method: 'POST',
    path: `${below}/sanction`,
    summary: 'Open a case to suspend, resume or forfeit a licence (暂扣、恢复、吊销); another person decides it',
    may: [heads],
    body: bodies.sanctionBody,
    reply: { status: 201, schema: actReply },
    refusals: [
      notToFollow,
      alreadyFollowed,
      sanctionNotNow,
      caseProblems['numbers-used-up'],
      caseProblems['own-case'],
      caseProblems.recused,
      caseProblems['not-your-department'],
    ],
    run: onDemand(async () => (await import('../functions/case/follow-up.ts')).sanctionLicence),
  }),
  route({
    method: 'POST',
    path: `${below}/review`,
    summary: 'Ask the body that reviews to look at a decision (复议), within 60 days',
    may: [owner, window, officers],
    body: bodies.reviewBody,
    reply: { status: 201, schema: actReply },
    refusals: [
      notToFollow,
      alreadyFollowed,
      caseProblems['decision-gone'],
      caseProblems['numbers-used-up'],
      caseProblems['deadline-passed'],
      caseProblems['own-case'],
      noReviewBody,
      notEntitled,
      ...confirming,
    ],
    run: onBehalf(
      'act',
      onDemand(async () => (await import('../functions/case/follow-up.ts')).reviewApplication),
    ),
  }),
];
