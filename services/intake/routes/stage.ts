import { noBody } from '#shared/no-body';
import { onDemand, route, type Route } from '#shared/route';
import { deciding, heads, reading, reviewing, supervisors } from '../callers.ts';
import type { IntakeDeps } from '../deps.ts';
import { mattersOfBundle, onBehalf } from '../on-behalf.ts';
import { wrongState } from '../problems/bundle.ts';
import { caseProblems } from '../problems/case.ts';
import { decidedProblems } from '../problems/decided.ts';
import * as stage from '../problems/stage.ts';
import { bundleActReply } from '../schemas/bundle.ts';
import { bundleGuide } from '../schemas/bundle-guide.ts';
import { stageAnswerBody, stageNoticeBody, stageSettings, stageSettingsBody } from '../schemas/stage.ts';

const leadRefusals = [wrongState, caseProblems['own-case'], caseProblems['not-your-department'], stage.stageUnanswered];

/** 并联审批: a stage of an investment project, which is a bundle of what was planned. */
export const stageRoutes: readonly Route<IntakeDeps>[] = [
  route({
    method: 'GET',
    path: '/intake/bundles/{id}/guide',
    summary:
      'Read the guide of a bundle that was begun: its one form and its materials; of a stage of a project the only one',
    may: reading,
    reply: { status: 200, schema: bundleGuide },
    run: onBehalf(
      'read',
      onDemand(async () => (await import('../functions/bundle/show-bundle-guide.ts')).showBundleGuide),
      mattersOfBundle,
    ),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/items/{item}/answer',
    summary:
      'Say of an item of a stage, as its department, that all is there, or all that is lacking; silence says that all is there',
    may: [deciding],
    params: { item: /^[a-z0-9-]{1,64}$/ },
    body: stageAnswerBody,
    reply: { status: 200, schema: bundleActReply },
    refusals: [
      wrongState,
      caseProblems['own-case'],
      caseProblems.recused,
      caseProblems['not-your-department'],
      caseProblems['deadline-passed'],
      caseProblems['not-on-list'],
      decidedProblems['notice-too-long'],
    ],
    run: onDemand(async () => (await import('../functions/bundle/answer-stage.ts')).answerStageItem),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/notice',
    summary: 'Tell the applicant of a stage, as its lead, once of all that any department lacks (一次性告知)',
    may: [reviewing],
    body: stageNoticeBody,
    reply: { status: 200, schema: bundleActReply },
    refusals: [...leadRefusals, stage.noticeGiven, stage.nothingLacking],
    run: onDemand(async () => (await import('../functions/bundle/lead-stage.ts')).giveStageNotice),
  }),
  route({
    method: 'POST',
    path: '/intake/bundles/{id}/accept',
    summary: 'Accept a stage as its lead (受理): each of its cases is accepted with it',
    may: [reviewing],
    body: noBody,
    reply: { status: 200, schema: bundleActReply },
    refusals: [...leadRefusals, stage.noticeFirst, stage.stageCasesWait],
    run: onDemand(async () => (await import('../functions/bundle/lead-stage.ts')).acceptWholeStage),
  }),
  route({
    method: 'GET',
    path: '/intake/supervision/stages',
    summary: 'Read in how many working days the departments of a stage answer',
    may: [heads, supervisors],
    reply: { status: 200, schema: stageSettings },
    run: onDemand(async () => (await import('../functions/bundle/set-stages.ts')).showStageSettings),
  }),
  route({
    method: 'PUT',
    path: '/intake/supervision/stages',
    summary: 'Set in how many working days the departments answer for stages that are opened from now on',
    may: [supervisors],
    needsVersion: true,
    body: stageSettingsBody,
    reply: { status: 200, schema: stageSettings },
    run: onDemand(async () => (await import('../functions/bundle/set-stages.ts')).setStageSettings),
  }),
];
