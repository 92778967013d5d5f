import type { Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { guidanceOf, type Guidance } from '../../domain/guidance/guidance.ts';
import { wantedBy } from '../../domain/guidance/item-copy.ts';
import type { Project } from '../../domain/project/project.ts';
import { plannedOf, type PlanDeps } from '../plan/planned.ts';

/** What would be said of a project today. */
export async function saidNow(
  project: Project,
  at: Date,
  deps: PlanDeps & Pick<AgencyDeps, 'guidance'>,
): Promise<Guidance | Refusal> {
  const planned = await plannedOf(project, at, deps);
  if ('problem' in planned) return planned;
  const copies = await (await deps.guidance()).items(planned.plan.items.map(({ key }) => key));
  const brought = (key: string) => {
    const copy = copies.get(key);
    return copy && wantedBy(copy, planned.today);
  };
  return guidanceOf({ ...planned, wantedBy: brought });
}
