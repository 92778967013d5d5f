import { DeliveryDueV1 } from '#events/notifications/delivery-due.v1';
import { fact, type Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { queueLost } from './back-off.ts';
import { deliveryStep, type DeliveryAct } from './graph.ts';
import type { Delivery, Notice } from './notice.ts';

/** What an act makes of a notice; `n` is the delivery that it is about, from 1. */
export interface NoticeChange {
  before?: Notice;
  notice: Notice;
  act: 'create' | 'queue' | 'next' | DeliveryAct;
  n: number;
  facts: readonly Fact[];
}

/** When something happens, and the published days of work by which unread notices are counted. */
export interface Moment {
  now: Date;
  calendar: readonly CalendarYear[];
}

export type Lane = 'urgent' | 'normal' | 'bulk';

/** 加急, 普通, 批量: what is urgent waits for no batch. */
function laneOf({ urgent, batchId }: Pick<Notice, 'urgent' | 'batchId'>): Lane {
  if (urgent) return 'urgent';
  return batchId ? 'bulk' : 'normal';
}

export const deliveryAt = ({ deliveries }: Notice, n: number): Delivery | undefined => deliveries[n - 1];

/** When the notice is looked at next: only its last delivery can still be due. */
export const dueOf = ({ deliveries }: Notice): Date | undefined => deliveries.at(-1)?.dueAt;

/** The notice with one delivery changed; nothing else of it. */
export function withDelivery(notice: Notice, n: number, changed: Delivery): Notice {
  const deliveries = notice.deliveries.map((one, at) => (at === n - 1 ? changed : one));
  return { ...notice, deliveries };
}

/** One step of a delivery on its graph; undefined where there is no such way, as after a late receipt. */
export function stepped(
  notice: Notice,
  { n, act }: { n: number; act: DeliveryAct },
  changes: Partial<Delivery>,
): Notice | undefined {
  const found = deliveryAt(notice, n);
  const state = found && deliveryStep(found.state, act);
  if (!found || !state) return undefined;
  const { dueAt, ...rest } = found;
  return withDelivery({ ...notice, version: notice.version + 1 }, n, { ...rest, state, ...changes });
}

/** A new delivery on this channel, told to the sender now or when its time has come. */
export function deliveryOn(
  channel: Delivery['channel'],
  { id, sendAt }: Pick<Notice, 'id' | 'sendAt'>,
  { n, now }: { n: number; now: Date },
): Delivery {
  const isNow = sendAt <= now;
  return {
    channel,
    reference: `${id}.${n}`,
    state: 'created',
    tries: 0,
    wantedAt: isNow ? now : sendAt,
    ...(isNow && { queuedAt: now }),
    dueAt: isNow ? queueLost({}, now) : sendAt,
  };
}

/** What tells the sender of a delivery. */
export function dueFact(notice: Notice, n: number): Fact {
  const tries = deliveryAt(notice, n)?.tries ?? 0;
  return fact(DeliveryDueV1, { noticeId: notice.id, n, lane: laneOf(notice), tries });
}
