import type { Scope } from '#shared/access';
import type { AgencyDeps } from '../../deps.ts';
import { mayAct } from '../../domain/mandate/authority.ts';
import type { Project } from '../../domain/project/project.ts';

interface Act {
  stage: number;
  item: string;
  at: Date;
}

/** Whether the caller acts for the investor: it does itself, or its officer by a mandate that covers this stage and item now. */
export async function actsFor(
  scope: Scope,
  { project: { id, investor }, ...act }: Act & { project: Project },
  deps: Pick<AgencyDeps, 'mandates'>,
): Promise<boolean> {
  if (scope.parties.includes(investor.partyId)) return true;
  if (!scope.capacities.includes('officer')) return false;
  const mandate = await (await deps.mandates()).liveOf(id);
  return mandate?.principal === investor.partyId && mayAct(mandate, { ...act, officer: scope.actor.partyId });
}
