import type { Write } from '#shared/table';
import type { Application } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';
import { liftWrites } from '../../stores/bar-rows.ts';

/** A review that annuls a decision lifts the bar that came of it. */
export async function barLifted(
  { follows }: Application,
  { applications }: Pick<IntakeDeps, 'applications'>,
): Promise<Write[]> {
  const annulled = follows?.as === 'review' ? await applications.getForClock(follows.caseId) : undefined;
  return annulled ? liftWrites(annulled) : [];
}
