import { endOf, dayOf, workingDaysAfter } from '#shared/calendar';
import { deliveryOn, dueFact, type Moment, type NoticeChange } from './change.ts';
import type { Notice } from './notice.ts';

/** A change after which the notice goes on by its next channel, if it has one. */
export function fallen(change: NoticeChange, { now }: Moment): NoticeChange {
  const [channel, ...next] = change.notice.next;
  if (!channel || change.notice.readAt) return change;
  const n = change.notice.deliveries.length + 1;
  const sendAt = change.notice.sendAt > now ? change.notice.sendAt : now;
  const delivery = deliveryOn(channel, { id: change.notice.id, sendAt }, { n, now });
  const notice: Notice = { ...change.notice, next, deliveries: [...change.notice.deliveries, delivery] };
  return { ...change, notice, facts: [...change.facts, ...(delivery.queuedAt ? [dueFact(notice, n)] : [])] };
}

/** When one that is handed over falls to the next channel because nobody has read it; undefined: it does not. */
export function unreadUntil({ next, unreadDays }: Notice, { now, calendar }: Moment): Date | undefined {
  if (next.length === 0 || unreadDays === undefined) return undefined;
  // A year without a published calendar is counted by weekends: a reminder may come early, nobody's limit hangs on it.
  return endOf(workingDaysAfter(dayOf(now), unreadDays, calendar).day);
}
