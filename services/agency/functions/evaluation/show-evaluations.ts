import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { evaluationTable } from '../../domain/evaluation/table.ts';
import { plannedOf } from '../plan/planned.ts';
import { sees } from '../project/whose.ts';

/** The evaluations of a stage in one table: who says what, until when, and what an evaluation of the area stands for. */
export const showEvaluations =
  (deps: AgencyDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await (await deps.projects()).get(params['id'] ?? '');
    if (!found || !sees(scope, found)) return refuse(problems.notFound);
    const planned = await plannedOf(found, cause.at, deps);
    if ('problem' in planned) return planned;
    const { plan, stagePlan, today } = planned;
    const table = evaluationTable(stagePlan.evaluations ?? [], plan.items, Number(params['n']));
    const opinions = table.opinions.map(({ applies, ...one }) => ({ ...one, ...applies }));
    return { status: 200, body: plain({ ...table, opinions, stage: Number(params['n']), today }) };
  };
