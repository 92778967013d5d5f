import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { over } from '../../domain/project/graph.ts';
import { broughtOn } from '../../domain/stage/reached.ts';
import { settled } from '../../domain/stage/settle.ts';
import { knownBy } from '../plan/planned.ts';
import { toKnow } from '../stage/to-know.ts';

/**
 * Brings the stages of a project, and the project itself, to where all that is known has brought them. Whoever calls has written what he knows before:
 * of two who tell something at once the later one reads both.
 */
export async function settleStages(projectId: string, cause: Cause, deps: AgencyDeps): Promise<void> {
  const known = await toKnow(projectId, deps);
  if (!known) return;
  const { project, copies, calendar, area } = known;
  const rounds = settled(known.rounds, { copies, calendar, ...(over.includes(project.state) && { over: cause.at }) });
  const planned = knownBy(project, { at: cause.at, calendar, copies, area });
  const brought = broughtOn(project, { rounds: rounds.map(({ round }) => round), planned });
  const moved = rounds.flatMap(({ change }) => change ?? []);
  if (moved.length > 0 || brought) await (await deps.stages()).move({ rounds: moved, project: brought }, cause);
}
