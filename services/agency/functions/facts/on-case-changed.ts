import type { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { followCase } from '../../domain/plan/case-copy.ts';
import { settleStages } from './settle-stages.ts';

/** The case of an item has moved on; told before it was handed in, it waits for that. */
export const onCaseChanged =
  (deps: AgencyDeps) =>
  async (event: ReceivedOf<typeof CaseChangedV2>, cause: Cause): Promise<void> => {
    const { projectId, caseId } = event.data;
    if (projectId === undefined) return;
    const cases = await deps.projectCases();
    const { isOurs, copy, parked } = await cases.find({ projectId, caseId });
    if (!isOurs) return;
    if (!copy) return cases.park({ projectId, caseId }, { parked, event }, cause);
    const after = followCase(copy, event);
    if (after) await cases.follow(after, copy.version);
    await settleStages(projectId, cause, deps);
  };
