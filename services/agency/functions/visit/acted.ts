import type { Scope } from '#shared/access';
import type { Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Project } from '../../domain/project/project.ts';
import { actsIn } from '../../domain/record-change.ts';
import type { VisitChange, VisitRefusal } from '../../domain/visit/change.ts';
import { visitGraph, type VisitActor } from '../../domain/visit/graph.ts';
import { toldOfVisit } from '../../domain/visit/told.ts';
import type { JointVisit } from '../../domain/visit/visit.ts';
import { notMandated } from '../../problems/drawing.ts';
import * as refused from '../../problems/visit.ts';
import { actsFor } from '../project/acts-for.ts';
import { actingOn } from '../project/decided.ts';
import { isStaff } from '../project/whose.ts';

/** A visit, and as what the caller acts on it. */
export interface Beheld {
  visit: JointVisit;
  project: Pick<Project, 'investor'>;
  who: VisitActor[];
  /** His departments that take part. */
  departments: string[];
}

/** Undefined for whoever has nothing to do with it. */
export async function behold(
  { params, scope, cause }: Pick<Call, 'params' | 'scope' | 'cause'>,
  deps: Pick<AgencyDeps, 'visits' | 'projects' | 'mandates'>,
): Promise<Beheld | undefined> {
  const visit = await (await deps.visits()).get(params['id'] ?? '');
  const project = visit && (await (await deps.projects()).get(visit.projectId));
  if (!visit || !project) return undefined;
  const { stage, item, lead, participants } = visit;
  const own = scope.departments === 'any' ? [] : scope.departments;
  const departments = participants.map(({ department }) => department).filter((one) => own.includes(one));
  const who: VisitActor[] = [
    ...(departments.length > 0 ? ['department' as const] : []),
    ...(scope.capacities.includes('lead') && own.includes(lead) ? ['lead' as const] : []),
    ...((await actsFor(scope, { project, stage, item, at: cause.at }, deps)) ? ['applicant' as const] : []),
  ];
  const seesAll = isStaff(scope) && scope.departments === 'any';
  return seesAll || who.length > 0 || own.includes(lead) ? { visit, project, who, departments } : undefined;
}

/** Of the visits of a project a department is shown those in which it takes part, or that it leads. */
export const concerns = (scope: Scope, { lead, participants }: JointVisit): boolean => {
  const { departments: own } = scope;
  if (!isStaff(scope) || own === 'any') return true;
  return [lead, ...participants.map(({ department }) => department)].some((one) => own.includes(one));
};

const words: Readonly<Record<VisitRefusal['refused'], Problem>> = {
  moved: refused.visitMoved,
  'day-unfit': refused.dayUnfit,
  'too-early': refused.tooEarly,
  'not-participant': refused.notParticipant,
  'did-not-come': refused.didNotCome,
  'no-such-finding': refused.noSuchFinding,
  'findings-awaited': refused.findingsAwaited,
  'decision-missing': refused.decisionAwaited,
  'findings-full': refused.findingsFull,
};

/** Saves an act that the caller may do in this state, and says what may be done next. */
export async function saveVisit(
  change: VisitChange,
  { who, project }: Pick<Beheld, 'who' | 'project'>,
  { call, deps }: { call: Pick<Call, 'cause'>; deps: Pick<AgencyDeps, 'visits'> },
): Promise<HttpResponse> {
  const { before, after, act } = change;
  if (who.length === 0) return refuse(notMandated);
  if (before && !actsIn(visitGraph, before.state, who).some((one) => one === act)) return refuse(refused.visitMoved);
  const { id, state, version } = after;
  const reply: Reply = {
    status: before ? 200 : 201,
    headers: { ETag: `"${version}"`, ...(!before && { Location: `/agency/visits/${id}` }) },
    body: { id, status: state, version, actions: actsIn(visitGraph, state, who) },
  };
  await (
    await deps.visits()
  ).save({ ...change, facts: toldOfVisit(change, project.investor.partyId) }, { ...call.cause, reply });
  return reply;
}

/** An act that is decided by the visit, who acts and what he says. */
export const acting = actingOn({ behold, words, save: saveVisit });
