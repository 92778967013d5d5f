import type { AgencyDeps } from '../../deps.ts';
import { passTime } from '../../domain/problem/act.ts';
import { hereAt } from '../settings/here.ts';
import { ownCause } from '../own-cause.ts';

/** What was not solved in time goes up; what its raiser has nothing to say against is closed. */
export async function passProblem(id: string, deps: AgencyDeps): Promise<boolean> {
  const problems = await deps.problems();
  const [found, here] = await Promise.all([problems.get(id), hereAt(deps.now(), deps)]);
  const change = found && passTime(found, here);
  if (change) await problems.save(change, ownCause(deps));
  return change !== undefined;
}
