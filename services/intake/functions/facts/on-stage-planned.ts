import type { StagePlannedV1 } from '#events/agency/stage-planned.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { isNewer } from '../../domain/bundle/stage-plan.ts';
import type { IntakeDeps } from '../../deps.ts';

/** Intake's copy follows the plan of a stage; each fact tells the whole of it, so an earlier round or a lower sequence tells nothing new. */
export const onStagePlanned =
  ({ stagePlans }: Pick<IntakeDeps, 'stagePlans'>) =>
  async ({ data, sequence }: ReceivedOf<typeof StagePlannedV1>, cause: Cause): Promise<void> => {
    const plan = { ...data, sequence };
    const store = await stagePlans();
    const known = await store.get(plan);
    if (isNewer(plan, known)) await store.follow(plan, known, cause);
  };
