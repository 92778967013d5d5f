import type { ReceivedOf } from '#events/event';
import type { StageChangedV1 } from '#events/intake/stage-changed.v1';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { tell } from '../../domain/stage/told.ts';
import { settleStages } from './settle-stages.ts';

/** The bundle of a stage has moved on. It is opened by a round that was planned here, so that is never awaited. */
export const onStageChanged =
  (deps: AgencyDeps) =>
  async (event: ReceivedOf<typeof StageChangedV1>, cause: Cause): Promise<void> => {
    const { projectId } = event.data;
    const [stages, projects] = await Promise.all([deps.stages(), deps.projects()]);
    const [round, project] = await Promise.all([stages.get(event.data), projects.get(projectId)]);
    // A project of another set is no matter here.
    if (!project) return;
    if (!round) throw new Error('a stage was told of that nobody has planned');
    const change = tell(round, event);
    const { mark, ...unmarked } = cause;
    // Without the mark: what follows from it is to be tried again.
    if (change) await stages.move({ rounds: [change] }, unmarked);
    await settleStages(projectId, cause, deps);
  };
