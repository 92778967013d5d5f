import { lastTry, queueLost } from './back-off.ts';
import { deliveryAt, dueFact, dueOf, stepped, withDelivery, type Moment, type NoticeChange } from './change.ts';
import { fallen } from './fall.ts';
import type { Delivery, Notice } from './notice.ts';

/** What time alone makes of a notice that is due: it is told to the sender, given up, or goes on by the next channel. */
export function pass(notice: Notice, moment: Moment): NoticeChange | undefined {
  const n = notice.deliveries.length;
  const found = deliveryAt(notice, n);
  const due = dueOf(notice);
  if (!found || !due || due > moment.now) return undefined;
  if (found.state === 'created') return found.queuedAt ? givenUp(notice, n, moment) : queued(notice, n, moment);
  if (found.state === 'sending') return isOver(found, moment) ? givenUp(notice, n, moment) : queued(notice, n, moment);
  return fallen({ before: notice, notice: moved(notice, n), act: 'next', n, facts: [] }, moment);
}

const isOver = ({ begunAt }: Delivery, { now }: Moment): boolean => begunAt !== undefined && lastTry(begunAt) <= now;

function queued(notice: Notice, n: number, { now }: Moment): NoticeChange {
  const found = notice.deliveries.at(n - 1);
  const dueAt = found?.state === 'created' ? lastTry(now) : queueLost(now);
  const told = withDelivery({ ...notice, version: notice.version + 1 }, n, {
    ...delivery(notice, n),
    queuedAt: now,
    dueAt,
  });
  return { before: notice, notice: told, act: 'queue', n, facts: [dueFact(told, n)] };
}

function givenUp(notice: Notice, n: number, moment: Moment): NoticeChange | undefined {
  const failure = delivery(notice, n).failure ?? 'not-sent-for-a-day';
  const over = stepped(notice, { n, act: 'give-up' }, { failure });
  return over && fallen({ before: notice, notice: over, act: 'give-up', n, facts: [] }, moment);
}

/** Nobody has read it: this channel waits no more. */
function moved(notice: Notice, n: number): Notice {
  const { dueAt, ...rest } = delivery(notice, n);
  return withDelivery({ ...notice, version: notice.version + 1 }, n, rest);
}

function delivery(notice: Notice, n: number): Delivery {
  const found = deliveryAt(notice, n);
  if (!found) throw new Error('a notice has no such delivery');
  return found;
}
