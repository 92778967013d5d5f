import { CaseChangedV2 } from '#events/intake/case-changed.v2';
import type { ApplicationSubmittedV1 } from '#events/intake/application-submitted.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';
import { beginCopy, followCase } from '../../domain/plan/case-copy.ts';
import { settleStages } from './settle-stages.ts';

/** An item of a project was applied for: its plan and its stage count it, with what was told of the case before. */
export const onApplicationSubmitted =
  (deps: AgencyDeps) =>
  async (event: ReceivedOf<typeof ApplicationSubmittedV1>, cause: Cause): Promise<void> => {
    const { projectId, caseId } = event.data;
    if (projectId === undefined) return;
    const cases = await deps.projectCases();
    const { isOurs, copy, parked } = await cases.find({ projectId, caseId });
    // A case of another set's project, or of none, is no matter here.
    if (!isOurs) return;
    if (!copy) {
      const begun = parked.events.reduce(
        (known, one) => followCase(known, { ...one, data: CaseChangedV2.data.parse(one.data) }) ?? known,
        beginCopy(event, projectId),
      );
      await cases.begin(begun, parked);
    }
    await settleStages(projectId, cause, deps);
  };
