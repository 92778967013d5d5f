import type * as z from 'zod';
import { listReply } from '#shared/page';
import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { drawingGraph } from '../../domain/drawing/graph.ts';
import { faultsOf, undecided } from '../../domain/drawing/opinion.ts';
import type { DrawingReview } from '../../domain/drawing/review.ts';
import { lastDayOf } from '../../domain/drawing/rounds.ts';
import { actsIn } from '../../domain/record-change.ts';
import type { pageQueryOnly, reviewsQuery } from '../../schemas/drawing.ts';
import { sees } from '../project/whose.ts';
import { behold, concerns } from './acted.ts';

function outline({ id, state: status, version, projectId, stage, body, rounds, openedAt }: DrawingReview) {
  return plain({ id, status, version, projectId, stage, body, round: rounds.length, openedAt });
}

/** Those of a project, the last first. */
export const listReviewsOfProject =
  (deps: AgencyDeps) =>
  async ({ params, scope, query }: Call<z.infer<ReturnType<typeof pageQueryOnly>>>): Promise<HttpResponse> => {
    const project = await (await deps.projects()).get(params['id'] ?? '');
    if (!project || !sees(scope, project)) return refuse(problems.notFound);
    const drawings = await deps.drawings();
    return listReply(query, outline, async (at) => {
      const page = await drawings.ofProject(project.id, at);
      return { ...page, items: page.items.filter((one) => concerns(scope, one)) };
    });
  };

/** Those that the caller's departments conclude and that stand so, the one that waits longest first. */
export const listReviews =
  (deps: AgencyDeps) =>
  async ({ scope, query }: Call<z.infer<ReturnType<typeof reviewsQuery>>>): Promise<HttpResponse> => {
    const bodies = scope.departments === 'any' ? [] : scope.departments;
    const drawings = await deps.drawings();
    return listReply(query, outline, (page) => drawings.ofBodies(bodies, query.state, page));
  };

/** A review with its parts, rounds and remarks: one page for all departments and for whoever builds. */
export const showReview =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await behold(call, deps);
    if (!found) return refuse(problems.notFound);
    const { review, who } = found;
    const [calendar, timeline] = await Promise.all([
      (await deps.calendars()).current(),
      (await deps.drawings()).timelineOf(review.id),
    ]);
    const { item, days, parts, remarks, opinion, reasons, version, state } = review;
    const rounds = review.rounds.map((one) => ({ ...one, lastDay: lastDayOf(one, days, calendar) }));
    const shown = { ...outline(review), item, days, parts, rounds, remarks, opinion, reasons };
    const judged = {
      undecided: undecided(review),
      faults: faultsOf(review),
      actions: actsIn(drawingGraph, state, who),
    };
    return { status: 200, headers: { ETag: `"${version}"` }, body: plain({ ...shown, ...judged, timeline }) };
  };
