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
  if (found.state === 'created' || found.state === 'sending') {
    return isOver(notice, found, moment) ? givenUp(notice, n, moment) : queued(notice, n, moment);
  }
  return fallen({ before: notice, notice: moved(notice, n), act: 'next', n, facts: [] }, moment);
}

/** What nobody has begun is over a day after it was wanted; what was never told to the sender has not had its day. */
function isOver(
  { createdAt }: Notice,
  { queuedAt, begunAt, wantedAt = createdAt }: Delivery,
  { now }: Moment,
): boolean {
  const since = begunAt ?? (queuedAt && wantedAt);
  return since !== undefined && lastTry(since) <= now;
}

/** Its message may have been lost, with whoever took it up killed each time: the try that it names is taken up once, however often it is told. */
function queued(notice: Notice, n: number, { now }: Moment): NoticeChange {
  const found = delivery(notice, n);
  const { queuedAt, askedAt } = found;
  // What was told before the last try has nothing to do with this one.
  const toldAt = queuedAt && (!askedAt || queuedAt > askedAt) ? queuedAt : undefined;
  const told = withDelivery({ ...notice, version: notice.version + 1 }, n, {
    ...found,
    queuedAt: now,
    dueAt: queueLost({ toldAt }, now),
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
