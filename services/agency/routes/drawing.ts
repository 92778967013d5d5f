import { applicant, staff, type Who } from '#shared/access';
import { noBody } from '#shared/no-body';
import { problems } from '#shared/problem';
import { onDemand, route, type Route } from '#shared/route';
import type { AgencyDeps } from '../deps.ts';
import * as refused from '../problems/drawing.ts';
import { noPlan } from '../problems/plan.ts';
import * as schemas from '../schemas/drawing.ts';
import { reasonsBody } from '../schemas/project.ts';

const officers = staff('district', 'officer', 'officer-lead');
const designer: readonly Who[] = [staff('district', 'officer'), applicant(2)];
const departments = [staff('department', 'lead', 'approver')];
const body = [staff('department', 'lead')];
const acting = async () => import('../functions/drawing/review-acts.ts');
const reading = async () => import('../functions/drawing/read-reviews.ts');
const act = { method: 'POST', reply: { status: 200, schema: schemas.reviewActed } } as const;
const { reviewMoved } = refused;
const judging = [reviewMoved, refused.noSuchRemark];
const uuid = /^[0-9a-f-]{36}$/;

/** 多图联审: drawings are handed in once, reviewed side by side, and concluded by one opinion. */
export const drawingRoutes: readonly Route<AgencyDeps>[] = [
  route({
    method: 'GET',
    path: '/agency/projects/{id}/drawing-reviews',
    summary: 'List the reviews of the drawings of a project, the last first',
    may: [officers, ...departments, applicant(2)],
    query: schemas.pageQueryOnly,
    reply: { status: 200, schema: schemas.reviewPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listReviewsOfProject),
  }),
  route({
    ...act,
    path: '/agency/projects/{id}/drawing-reviews',
    summary: 'Hand in the drawings of a project for joint review: each part by its material and version',
    may: designer,
    body: schemas.drawingsBody,
    reply: { status: 201, schema: schemas.reviewActed },
    refusals: [noPlan, refused.noDrawingPlan, refused.notMandated, refused.reviewUnderWay],
    run: onDemand(async () => (await import('../functions/drawing/open-review.ts')).openReviewOf),
  }),
  route({
    method: 'GET',
    path: '/agency/drawing-reviews',
    summary: 'List the reviews that the departments of the caller conclude, the one that waits longest first',
    may: departments,
    query: schemas.reviewsQuery,
    reply: { status: 200, schema: schemas.reviewPage },
    refusals: [problems.invalidCursor],
    run: onDemand(async () => (await reading()).listReviews),
  }),
  route({
    method: 'GET',
    path: '/agency/drawing-reviews/{id}',
    summary: 'Read a review: its parts, its rounds with who is silent, all remarks and answers, the one opinion',
    may: [officers, ...departments, applicant(2)],
    reply: { status: 200, schema: schemas.reviewReply },
    run: onDemand(async () => (await reading()).showReview),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/remarks',
    summary: 'Remark on a part of the drawings, in the round for which it was handed in',
    may: departments,
    body: schemas.remarkBody,
    refusals: [reviewMoved, refused.notReviewer, refused.partUnchanged, refused.remarksFull],
    run: onDemand(async () => (await acting()).remarkOn),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/remarks/{remark}/settle',
    summary: 'Say that an answer meets a remark of the department',
    may: departments,
    params: { remark: uuid },
    body: noBody,
    refusals: judging,
    run: onDemand(async () => (await acting()).settleRemark),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/remarks/{remark}/uphold',
    summary: 'Uphold a remark of the department, and say why the answer does not meet it',
    may: departments,
    params: { remark: uuid },
    body: reasonsBody,
    refusals: judging,
    run: onDemand(async () => (await acting()).upholdRemark),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/finish',
    summary: 'Say that the department has nothing more to say in this round',
    may: departments,
    body: noBody,
    refusals: [reviewMoved, refused.answersUnjudged],
    run: onDemand(async () => (await acting()).finishRound),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/close-round',
    summary: 'Close a round: with its remarks to the designer, or to be concluded where none is to be met',
    may: body,
    body: noBody,
    refusals: [reviewMoved, refused.reviewsAwaited],
    run: onDemand(async () => (await acting()).closeRoundOf),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/resubmit',
    summary: 'Answer the remarks and hand in the parts that have changed; the others are not reviewed anew',
    may: designer,
    body: schemas.resubmitBody,
    refusals: [
      reviewMoved,
      refused.notMandated,
      refused.noSuchRemark,
      refused.answersMissing,
      refused.noSuchPart,
      refused.partSame,
    ],
    run: onDemand(async () => (await acting()).resubmitDrawings),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/opinion',
    summary: 'Give the one opinion, which every department takes for its own',
    may: body,
    body: schemas.opinionBody,
    needsVersion: true,
    refusals: [problems.versionStale, reviewMoved, refused.decisionMissing],
    run: onDemand(async () => (await acting()).concludeReview),
  }),
  route({
    ...act,
    path: '/agency/drawing-reviews/{id}/withdraw',
    summary: 'Withdraw the drawings from review',
    may: designer,
    body: reasonsBody,
    refusals: [reviewMoved, refused.notMandated],
    run: onDemand(async () => (await acting()).withdrawReview),
  }),
];
