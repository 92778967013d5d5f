import type { AgencyDeps } from '../../deps.ts';
import { passTime } from '../../domain/meeting/act.ts';
import { ownCause } from '../own-cause.ts';

/** What was not done by its day is late. */
export async function passTask(id: string, deps: AgencyDeps): Promise<boolean> {
  const tasks = await deps.tasks();
  const found = await tasks.get(id);
  const change = found && passTime(found, deps.now());
  if (change) await tasks.save(change, ownCause(deps));
  return change !== undefined;
}
