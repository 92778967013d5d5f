import { savedBy, type Reuse, type ReuseChange } from '../../domain/area/reuse.ts';
import { differenceOf, type Difference } from '../../domain/plan/difference.ts';
import type { ProjectChange } from '../../domain/project/change.ts';
import type { Project } from '../../domain/project/project.ts';
import { knownOf, planOn, type PlanDeps } from './planned.ts';

interface Becoming {
  /** Undefined where there is no plan before or after, or nothing has changed. */
  planned: Difference | undefined;
  reuse: ReuseChange | undefined;
}

/** What an act makes of a plan, and of what the project reuses of its area. */
export async function becoming(
  before: Project,
  change: ProjectChange,
  deps: PlanDeps & { at: Date },
): Promise<Becoming> {
  const after = change.project;
  const [areas, known] = [await deps.areas(), await knownOf(after, deps)];
  const moves = before.area?.id !== after.area?.id;
  const area = moves && before.area ? await areas.get(before.area.id) : known.area;
  const counted = before.area && (await areas.savedFor(before.area.id, before.id));
  const was = planOn(before, { ...known, at: deps.at, area: before.area && area });
  const is = planOn(after, { ...known, at: deps.at });
  const plan = 'problem' in is ? undefined : is.plan;
  return {
    planned: plan && !('problem' in was) ? differenceOf(was.plan, plan) : undefined,
    reuse: reuseOf([before.area?.id, counted], [after.area?.id, plan ? savedBy(plan) : []]),
  };
}

type Counted = readonly [areaId: string | undefined, saved: Reuse['saved'] | undefined];

function reuseOf(...[was, is]: readonly [Counted, Counted]): ReuseChange | undefined {
  const [before, after] = [was, is].map(([areaId, saved]) => areaId !== undefined && saved && { areaId, saved });
  return before || after ? { was: before || undefined, is: after || undefined } : undefined;
}
