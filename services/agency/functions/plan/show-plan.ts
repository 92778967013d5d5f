import { plain } from '#shared/plain';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { standingsOf } from '../../domain/area/in-force.ts';
import { areaTurns } from '../../domain/area/turns.ts';
import type { PlannedItem } from '../../domain/plan/plan-of.ts';
import type { Project } from '../../domain/project/project.ts';
import { sees } from '../project/whose.ts';
import { groundOf, plannedOf, type Planned } from './planned.ts';

/** What a project has to do with, what is missing, what can start now, and when all will be done. */
export const showPlan =
  (deps: AgencyDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const shown = await toShow(call, deps);
    if ('problem' in shown) return shown;
    const { plan, stagePlan, from, today } = shown;
    const changes = await (await deps.projects()).planChangesOf(shown.id);
    const keysIn = (state: PlannedItem['state']) =>
      plan.items.filter((one) => one.state === state).map(({ key }) => key);
    const sums = { ready: keysIn('ready'), stopped: keysIn('stopped'), refused: keysIn('refused') };
    const items = plan.items.map(({ applies, ...item }) => ({ ...item, ...applies }));
    const edition = `${stagePlan.key}-${stagePlan.edition}`;
    const body = { ...plan, items, ...sums, from, today, edition, changes, area: areaOf(shown) };
    return { status: 200, headers: { ETag: `"${shown.version}"` }, body: plain(body) };
  };

type Shown = Planned & { id: string; version: number; found: Project };

/** By which reports an area stands for items, which of its reports do not and why, and what has become of the plan by it. */
function areaOf({ found, area, situation, stagePlan, today }: Shown) {
  if (!area || !found.area) return undefined;
  const ground = groundOf(found);
  const evaluations = standingsOf(area, ground, today).map(({ report, standing, asks }) => {
    const { id: reportId, evaluation, document, material, from, until, conditions } = report;
    return { reportId, evaluation, document, material, from, until, conditions, standing, asks };
  });
  const turns = areaTurns(stagePlan, situation, { area, ground, since: found.area.since });
  return { id: area.id, name: area.name, plot: found.area.plot, evaluations, turns };
}

async function toShow({ params, scope, cause }: Call, deps: AgencyDeps): Promise<Shown | Refusal> {
  const found = await (await deps.projects()).get(params['id'] ?? '');
  if (!found || !sees(scope, found)) return refuse(problems.notFound);
  const planned = await plannedOf(found, cause.at, deps);
  return 'problem' in planned ? planned : { ...planned, id: found.id, version: found.version, found };
}
