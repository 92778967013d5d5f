import type { Scope } from '#shared/access';
import type { Problem } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Reply } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { ReviewChange, ReviewRefusal } from '../../domain/drawing/change.ts';
import { drawingGraph, type ReviewActor } from '../../domain/drawing/graph.ts';
import type { DrawingReview } from '../../domain/drawing/review.ts';
import { toldOfReview } from '../../domain/drawing/told.ts';
import type { Project } from '../../domain/project/project.ts';
import { actsIn } from '../../domain/record-change.ts';
import * as refused from '../../problems/drawing.ts';
import { isStaff } from '../project/whose.ts';
import { actsFor } from '../project/acts-for.ts';
import { actingOn } from '../project/decided.ts';

/** A review, and as what the caller acts on it. */
export interface Beheld {
  review: DrawingReview;
  project: Pick<Project, 'investor'>;
  who: ReviewActor[];
  /** His departments that have to do with it. */
  departments: string[];
}

type Reading = Pick<AgencyDeps, 'drawings' | 'projects' | 'mandates'>;

/** Undefined for whoever has nothing to do with it. */
export async function behold({ params, scope, cause }: Pick<Call, 'params' | 'scope' | 'cause'>, deps: Reading) {
  const review = await (await deps.drawings()).get(params['id'] ?? '');
  const project = review && (await (await deps.projects()).get(review.projectId));
  if (!review || !project) return undefined;
  const { stage, item } = review;
  const isDesigner = await actsFor(scope, { project, stage, item, at: cause.at }, deps);
  const departments = departmentsIn(scope, review);
  const who: ReviewActor[] = [
    ...(departments.length > 0 ? ['department' as const] : []),
    ...(scope.capacities.includes('lead') && departments.includes(review.body) ? ['body' as const] : []),
    ...(isDesigner ? ['designer' as const] : []),
  ];
  const seesAll = isStaff(scope) && scope.departments === 'any';
  return seesAll || who.length > 0 ? { review, project, who, departments } : undefined;
}

/** Of the reviews of a project a department is shown those in which it has a part. */
export const concerns = (scope: Scope, review: DrawingReview): boolean =>
  !isStaff(scope) || scope.departments === 'any' || departmentsIn(scope, review).length > 0;

function departmentsIn({ departments }: Scope, { body, parts }: DrawingReview): string[] {
  if (departments === 'any') return [];
  return [...new Set([body, ...parts.map(({ department }) => department)])].filter((one) => departments.includes(one));
}

export type Decided = ReviewChange | ReviewRefusal;

const words: Readonly<Record<ReviewRefusal['refused'], Problem>> = {
  moved: refused.reviewMoved,
  'not-reviewer': refused.notReviewer,
  'part-unchanged': refused.partUnchanged,
  'no-such-remark': refused.noSuchRemark,
  'no-such-part': refused.noSuchPart,
  'part-same': refused.partSame,
  'answers-missing': refused.answersMissing,
  'answers-unjudged': refused.answersUnjudged,
  'reviews-awaited': refused.reviewsAwaited,
  'decision-missing': refused.decisionMissing,
  'remarks-full': refused.remarksFull,
};

/** Saves an act that the caller may do in this state, and says what may be done next. */
export async function saveReview(
  change: ReviewChange,
  { who, project }: Pick<Beheld, 'who' | 'project'>,
  { call, deps }: { call: Pick<Call, 'cause'>; deps: Pick<AgencyDeps, 'drawings'> },
): Promise<HttpResponse> {
  const { before, after, act } = change;
  if (who.length === 0) return refuse(refused.notMandated);
  if (before && !actsIn(drawingGraph, before.state, who).some((one) => one === act)) return refuse(refused.reviewMoved);
  const { id, state, version, rounds } = after;
  const actions = actsIn(drawingGraph, state, who);
  const reply: Reply = {
    status: before ? 200 : 201,
    headers: { ETag: `"${version}"`, ...(!before && { Location: `/agency/drawing-reviews/${id}` }) },
    body: { id, status: state, version, round: rounds.length, actions },
  };
  await (
    await deps.drawings()
  ).save({ ...change, facts: toldOfReview(change, project.investor.partyId) }, { ...call.cause, reply });
  return reply;
}

/** An act that is decided by the review, who acts and what he says. */
export const acting = actingOn({ behold, words, save: saveReview });
