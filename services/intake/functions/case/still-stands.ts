import type { Application } from '../../domain/case/application.ts';
import type { Deciding } from '../../domain/case/deciding.ts';
import type { IntakeDeps } from '../../deps.ts';
import { isGone } from './undone.ts';

/** Whether a decision would mend what is not there any more: a correction, or a review that changes what was taken back. */
export async function mendsNothing(
  found: Application,
  { outcome, ruling }: Pick<Deciding, 'outcome' | 'ruling'>,
  deps: Pick<IntakeDeps, 'applications' | 'links'>,
): Promise<boolean> {
  const mends = (found.follows?.as === 'correct' && outcome === 'granted') || ruling === 'changed';
  if (!mends || !found.follows) return false;
  const upon = await deps.applications.getForClock(found.follows.caseId);
  return upon !== undefined && isGone(upon, deps, found.id);
}
