import type { CalendarYear } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { Change } from '../../domain/case/change.ts';
import type { IntakeDeps } from '../../deps.ts';

/** The check that begins with a grant on a commitment, whoever grants it: an office, or time itself (行政许可法 art. 50). */
export async function checkBegun(
  change: Change,
  { calendar, cause }: { calendar: readonly CalendarYear[]; cause: Cause },
  { commitments }: Pick<IntakeDeps, 'commitments'>,
): Promise<readonly Write[]> {
  const { committed, outcome } = change.application;
  return committed && outcome === 'granted' ? (await commitments()).begun(change, calendar, cause) : [];
}
