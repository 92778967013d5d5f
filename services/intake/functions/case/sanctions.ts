import { canBe, type Sanction } from '../../domain/case/sanction.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { Followed } from '../../stores/links.ts';
import { isAnnulled } from './undone.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'links'>;

/** Whether a sanction fits how the licence stands by those that were decided before, but for what a review has annulled. */
export async function isApt(wanted: Sanction, followers: readonly Followed[], deps: Deps): Promise<boolean> {
  const granted = followers.filter(({ as, outcome }) => as === 'sanction' && outcome === 'granted');
  const cases = await Promise.all(granted.map(({ caseId }) => deps.applications.getForClock(caseId)));
  const standing = await Promise.all(
    cases.map(async (one) => (one && !(await isAnnulled(one, deps)) ? one.follows?.sanction : undefined)),
  );
  return canBe(
    wanted,
    standing.filter((one) => one !== undefined),
  );
}
