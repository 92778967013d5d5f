import type { Bundle } from '../../domain/bundle/bundle.ts';
import type { IntakeDeps } from '../../deps.ts';

type Cases = Pick<IntakeDeps, 'applications'>;

/** A case after those that it took the place of (转报, or decided anew), back to the one by which the bundle knows its part. */
export async function lineageOf(caseId: string, { parts }: Pick<Bundle, 'parts'>, deps: Cases): Promise<string[]> {
  if (parts.some((part) => part.caseId === caseId)) return [caseId];
  const follows = (await deps.applications.getForClock(caseId))?.follows;
  return follows?.as === 'forward' || follows?.as === 'anew'
    ? [...(await lineageOf(follows.caseId, { parts }, deps)), caseId]
    : [caseId];
}

/** The case in which is decided anew what this one, a review, has annulled; undefined for any other. */
export async function anewAfter(caseId: string, { applications }: Cases): Promise<string | undefined> {
  return (await applications.getForClock(caseId))?.decision?.anew;
}

/** The case that goes on in the place of one that was forwarded; undefined where none does. */
export async function successorOf(caseId: string, { applications }: Cases) {
  const to = (await applications.getForClock(caseId))?.forwardedTo;
  const found = to === undefined ? undefined : await applications.getForClock(to);
  return found && { caseId: found.id, toComplete: found.state === 'draft' };
}
