import type { ProjectChangedV1 } from '#events/agency/project-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { over } from '../../domain/project/graph.ts';
import { settleStages } from './settle-stages.ts';

/** A project that has ended is followed through no stage any more; no other change of a project ends a round. */
export const endRounds =
  (deps: AgencyDeps) =>
  async ({ data, district }: ReceivedOf<typeof ProjectChangedV1>, cause: Cause): Promise<void> => {
    if (district === deps.set && over.includes(data.state)) await settleStages(data.projectId, cause, deps);
  };
