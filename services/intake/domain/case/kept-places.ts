import { monthsAfter } from '#shared/calendar';
import type { Application } from './application.ts';
import { periodOf, placeOf, type Line, type Place } from './quota.ts';
import type { Queued } from './queued.ts';

/**
 * Where a place may be kept for a case whose decision was annulled: with the order that it had, in its own period; else in that of
 * the annulment, and at last in the one after. Who was refused by mistake had a place: nobody takes it from him by that.
 */
export function keptPlaces(found: Application, at: Date): { queued: Queued; place: Place }[] {
  const { quantity, queued, acceptedAt, decidedAt } = found;
  // Whoever was not even accepted would have been when he was refused.
  const since = queued?.since ?? acceptedAt ?? decidedAt;
  if (!quantity || !since) return [];
  const now = periodOf(at, quantity.per);
  const next = monthsAfter(`${now}-01-01`.slice(0, 10), quantity.per === 'year' ? 12 : 1).slice(0, now.length);
  return [...new Set([periodOf(since, quantity.per), now, next])].flatMap((period) => {
    const place = placeOf({ ...found, queued: { period, since } });
    return place ? [{ queued: { period, since }, place }] : [];
  });
}

/** Whether a line has a place for one of this order, and for all that stand before him. */
export const hasRoom = ({ limit }: Place, { used, ahead }: Line): boolean => used + ahead < limit;
