import type { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import type { ReceivedOf } from '#events/event';
import type { Cause } from '#shared/cause';
import type { AgencyDeps } from '../../deps.ts';

/** The city keeps how far each project of its sets is, and what was told on each day. */
export const onProgressReported =
  (deps: Pick<AgencyDeps, 'reported'>) =>
  async ({ data, district, sequence }: ReceivedOf<typeof ProgressReportedV1>, cause: Cause): Promise<void> => {
    const reported = await deps.reported();
    const known = await reported.of(data.projectId, data.day);
    await reported.follow({ ...known, is: { ...data, district, sequence } }, cause);
  };
