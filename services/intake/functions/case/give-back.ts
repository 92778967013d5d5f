import type { Write } from '#shared/table';
import type { Application } from '../../domain/case/application.ts';
import { placeOf } from '../../domain/case/quota.ts';
import type { IntakeDeps } from '../../deps.ts';
import { givenBackWrites } from '../../stores/quotas.ts';

/** The place of a grant that is taken back, in the line and period in which it was taken (行政许可法 art. 57). */
export async function placeGivenBack(
  { follows }: Application,
  { applications, quotas }: Pick<IntakeDeps, 'applications' | 'quotas'>,
): Promise<Write[]> {
  const found = follows && (await applications.getForClock(follows.caseId));
  const place = found?.outcome === 'granted' ? placeOf(found) : undefined;
  return place ? givenBackWrites(place, await quotas.line(place)) : [];
}
