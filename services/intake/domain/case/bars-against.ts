import type { Day } from '#shared/calendar';
import type { Item } from '../catalogue/item.ts';
import type { Bar } from './bar.ts';

/** The bars against an application on a day: for the same item, or for another that gives the same licence. To give one up is no application for it. */
export function barsAgainst(
  bars: readonly Bar[],
  { item, situation }: { item: Pick<Item, 'key' | 'result'>; situation?: string | undefined },
  day: Day,
): Bar[] {
  if (situation === '注销') return [];
  const { key, result } = item;
  return bars.filter(
    ({ itemKey, licence, until }) =>
      until >= day && (itemKey === key || (licence !== undefined && licence === result.licenceType)),
  );
}
