import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';

type Heard = Pick<Envelope, 'sequence'> & { data: { projectId?: string | undefined } };

/** Something of a project has changed: how far it is will be told with the next walk, once for all that changes until then. */
export const askForReport =
  (deps: Pick<AgencyDeps, 'projects' | 'reports'>) =>
  async ({ data }: Heard, cause: Cause): Promise<void> => {
    const found = data.projectId === undefined ? undefined : await (await deps.projects()).get(data.projectId);
    if (found) await (await deps.reports()).ask(found.id, cause);
  };
