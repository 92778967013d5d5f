import type { StageCaseDueV1 } from '#events/intake/stage-case-due.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import { isStage } from '../../domain/bundle/stage.ts';
import type { IntakeDeps } from '../../deps.ts';
import { acceptCase, correctCase } from '../bundle/spread-stage.ts';

/** Does to one case what its stage has come to, in one transaction; a fact that comes once too often finds nothing to do. */
export const onStageCaseDue =
  (deps: IntakeDeps) =>
  async ({ data }: ReceivedOf<typeof StageCaseDueV1>, cause: Cause): Promise<void> => {
    const [found, application] = await Promise.all([
      deps.bundles().then((store) => store.getForFacts(data.bundleId)),
      deps.applications.getForClock(data.caseId),
    ]);
    if (!found || !isStage(found.bundle) || !application) return;
    const spread = data.what === 'accept' ? acceptCase : correctCase;
    await spread({ bundle: found.bundle, application, cause }, deps);
  };
