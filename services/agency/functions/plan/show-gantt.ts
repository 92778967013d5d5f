import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { barsOf } from '../../domain/plan/gantt.ts';
import { roundOutline } from '../../domain/stage/round-view.ts';
import { noPlan } from '../../problems/plan.ts';
import { sees } from '../project/whose.ts';
import { toKnow } from '../stage/to-know.ts';
import { knownBy } from './planned.ts';

/** Stages, their rounds and items as bars: how they were planned, how they go, what the end depends on. */
export const showGantt =
  (deps: AgencyDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const known = await toKnow(params['id'] ?? '', deps);
    if (!known || !sees(scope, known.project)) return refuse(problems.notFound);
    const planned = knownBy(known.project, { at: cause.at, ...known });
    if (!planned) return refuse(noPlan);
    const { plan, from, today } = planned;
    const stages = barsOf(plan).map((stage) => ({
      ...stage,
      rounds: known.rounds
        .filter((one) => one.stage === stage.n)
        .map((one) => roundOutline(one, known.copies, { today, calendar: known.calendar })),
    }));
    const { criticalPath, expectedEnd, unpublished } = plan;
    return {
      status: 200,
      headers: { ETag: `"${known.project.version}"` },
      body: plain({ from, today, expectedEnd, unpublished, criticalPath, stages }),
    };
  };
