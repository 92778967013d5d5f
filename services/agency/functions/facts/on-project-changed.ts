import type { ProjectChangedV1 } from '#events/agency/project-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { endWith } from '../../domain/mandate/acts.ts';

/** A project has another investor, or has ended: its mandate ends. The project as it is now decides, not the order of facts. */
export const onProjectChanged =
  (deps: Pick<AgencyDeps, 'mandates' | 'projects' | 'set'>) =>
  async ({ data, district }: ReceivedOf<typeof ProjectChangedV1>, cause: Cause): Promise<void> => {
    if (district !== deps.set) return;
    const mandates = await deps.mandates();
    const found = await mandates.unfinishedOf(data.projectId);
    const project = found && (await (await deps.projects()).get(data.projectId));
    const change = project && endWith(found, project, cause.at);
    if (change) await mandates.save(change, cause);
  };
