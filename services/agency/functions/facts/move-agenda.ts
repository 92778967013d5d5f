import type { ProjectChangedV1 } from '#events/agency/project-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';

/** What is due of a project follows whoever carries it: as it is now, not as the fact has it. */
export const moveAgenda =
  (deps: Pick<AgencyDeps, 'agenda' | 'projects'>) =>
  async ({ data }: ReceivedOf<typeof ProjectChangedV1>, cause: Cause): Promise<void> => {
    const found = await (await deps.projects()).get(data.projectId);
    if (found?.officer === undefined) return;
    await (await deps.agenda()).moveTo({ id: found.id, officer: found.officer }, cause);
  };
