import { becameBy, type Since } from '../../domain/case/since.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isAnnulled } from './undone.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'links'>;

/** What became of what a case was decided to be, oldest first: most are as they were decided, and cost one read. */
export async function sinceOf(caseId: string, deps: Deps): Promise<Since[]> {
  const { followers } = await deps.links.next(caseId);
  const granted = followers.filter(({ outcome }) => outcome === 'granted');
  const all = await Promise.all(granted.map((one) => sinceBy(one.caseId, deps)));
  return all.flat().toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** A revocation that a review has annulled made nothing of it. */
async function sinceBy(caseId: string, deps: Deps): Promise<Since[]> {
  const found = await deps.applications.getForClock(caseId);
  const since = found && becameBy(found);
  if (!found || !since) return [];
  return since.became === 'revoked' && (await isAnnulled(found, deps)) ? [] : [since];
}
