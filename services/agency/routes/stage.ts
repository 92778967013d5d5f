import { applicant, staff } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import { noPlan } from '../problems/plan.ts';
import { projectMoved } from '../problems/project.ts';
import * as refused from '../problems/stage.ts';
import * as schemas from '../schemas/stage.ts';

const officers = staff('district', 'officer', 'officer-lead');
const readers = [
  staff('district', 'officer', 'officer-lead', 'supervisor', 'window'),
  staff('department', 'lead', 'approver', 'head'),
  applicant(2),
];
const params = { n: /^[1-4]$/ };
const reading = async () => import('../functions/stage/show-stages.ts');
const planning = async () => import('../functions/stage/plan-stage.ts');
const unplannable = [refused.notCarried, noPlan, projectMoved, refused.factsMissing, refused.nothingLeft];

/** 并联审批: the stages of a project, round by round. */
export const stageRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects/{id}/stages',
    summary:
      'List the stages of a project with their rounds: how far each is, and the days of its limit that have gone',
    may: readers,
    reply: { status: 200, schema: schemas.stagesReply },
    refusals: [noPlan],
    run: onDemand(async () => (await reading()).showStages),
  }),
  route({
    method: 'GET',
    path: '/agency/projects/{id}/stages/{n}',
    summary:
      'Read a stage of a project: of each round every item with its case, department, pauses and answer; departments that do not lead it see their own',
    may: readers,
    params,
    reply: { status: 200, schema: schemas.stageReply },
    refusals: [noPlan],
    run: onDemand(async () => (await reading()).showStage),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/stages/{n}/plan',
    summary:
      'Plan what is left of a stage, so that it is applied for together; again, while nothing of it was applied for',
    may: [officers],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.plannedReply },
    refusals: [...unplannable, refused.stageUnderWay],
    run: onDemand(async () => (await planning()).planStage),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/stages/{n}/reopen',
    summary: 'Plan another round of a stage for what was refused in its last one, and what that stopped',
    may: [officers],
    params,
    body: noBody,
    reply: { status: 200, schema: schemas.plannedReply },
    refusals: [...unplannable, refused.notReopenable],
    run: onDemand(async () => (await planning()).reopenStage),
  }),
  route({
    method: 'POST',
    path: '/agency/projects/{id}/stages/{n}/urge',
    summary:
      'Urge a department to do its part of a stage: once on a working day for each item, from the second time on its head too',
    may: [officers, staff('department', 'lead')],
    params,
    body: schemas.urgeBody,
    reply: { status: 200, schema: schemas.urgedReply },
    refusals: [refused.nothingToUrge, refused.urgedToday, refused.notWorkedToday],
    run: onDemand(async () => (await import('../functions/stage/urge-task.ts')).urgeTask),
  }),
  route({
    method: 'GET',
    path: '/agency/stages',
    summary:
      'List the open rounds of the set by what is due first, or those that are overdue; a lead sees what his department leads',
    may: [staff('district', 'officer-lead', 'supervisor'), staff('department', 'lead')],
    query: schemas.roundsQuery,
    reply: { status: 200, schema: schemas.roundPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await import('../functions/stage/list-rounds.ts')).listRounds),
  }),
];
