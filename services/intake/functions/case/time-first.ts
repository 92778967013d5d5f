import type { Application } from '../../domain/case/application.ts';
import { isMovedByTime } from '../../domain/case/moved-by-time.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { ClockDeps } from '../tick/pass-case.ts';

/**
 * The case as time has left it, where that is another state than is recorded because the hourly walk has not come yet: whoever
 * acts then finds what the law says, not what nobody has written down. Undefined where it stands as it was found.
 */
export async function timeFirst(
  found: Application,
  now: Date,
  deps: ClockDeps & Pick<IntakeDeps, 'calendars'>,
): Promise<Application | undefined> {
  const calendar = await deps.calendars.current();
  if (!isMovedByTime(found, now, calendar)) return undefined;
  const { passCase } = await import('../tick/pass-case.ts');
  await passCase(found.id, { now, calendar }, deps);
  return deps.applications.getForClock(found.id);
}
