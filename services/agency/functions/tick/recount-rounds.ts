import { retried } from '#shared/conflict';
import { readCursor } from '#shared/page';
import type { AgencyDeps } from '../../deps.ts';
import { settleStages } from '../facts/settle-stages.ts';
import { ownCause } from '../own-cause.ts';

/** The open rounds stand in their list by when they are due, which a published calendar moves though no fact of theirs comes: those of a set, a page at a time. */
export const recountRounds = (deps: AgencyDeps) => async (): Promise<Record<string, number>> => {
  const stages = await deps.stages();
  const projects = new Set<string>();
  let cursor: string | null | undefined;
  do {
    const at = readCursor(cursor ?? undefined);
    if ('problem' in at) throw new Error('a list gave a cursor that it does not take');
    const page = await stages.open({}, { limit: 100, after: at.after });
    for (const { projectId } of page.items) projects.add(projectId);
    cursor = page.nextCursor;
  } while (cursor);
  for (const projectId of projects) await retried(() => settleStages(projectId, ownCause(deps), deps), deps.pause);
  return { ProjectsRecounted: projects.size };
};
