import type { NoticeChange } from '../notice/change.ts';
import { deliveryAt } from '../notice/change.ts';
import type { DeliveryState } from '../notice/graph.ts';
import type { Delivery, Notice } from '../notice/notice.ts';
import { bucketOf, type Bucket } from './buckets.ts';

/** What is counted of deliveries: how many have ever come so far, and how long they had waited when they were handed over. */
export type Counter = 'sent' | 'delivered' | 'read' | 'permanent' | 'temporary' | 'technical' | Bucket;

/** One more of each of these, of one channel, provider and template; `at`: when it was wanted to be sent, whose day it counts to. */
export interface Counted {
  at: Date;
  district: string;
  channel: Delivery['channel'];
  /** Undefined where nobody has been asked to send it: a task of staff. */
  provider: string | undefined;
  template: string;
  by: Partial<Record<Counter, number>>;
}

const ends: Partial<Record<DeliveryState, Counter>> = {
  delivered: 'delivered',
  read: 'read',
  'permanent-failure': 'permanent',
  'temporary-failure': 'temporary',
  'technical-failure': 'technical',
};

/** What a change adds to the figures; undefined where its delivery stands as it stood. */
export function counted({ before, notice, n }: NoticeChange): Counted | undefined {
  const [was, found] = [before && deliveryAt(before, n), deliveryAt(notice, n)];
  if (!was || !found || was.state === found.state) return undefined;
  const end = ends[found.state];
  const by = { ...(end && { [end]: 1 }), ...handedOver(notice, { was, found }) };
  if (Object.keys(by).length === 0) return undefined;
  const { channel, provider } = found;
  return {
    at: wantedAt(notice, found),
    district: notice.district,
    channel,
    provider: provider ?? was.provider,
    template: notice.template.key,
    by,
  };
}

function handedOver(
  notice: Notice,
  { was, found }: { was: Delivery; found: Delivery },
): Partial<Record<Counter, number>> {
  if (was.sentAt || !found.sentAt) return {};
  return { sent: 1, [bucketOf(found.sentAt.getTime() - wantedAt(notice, found).getTime())]: 1 };
}

/** Those that are older than this field were wanted when their notice was made. */
const wantedAt = (notice: Notice, found: Delivery): Date => found.wantedAt ?? notice.createdAt;
