import type { ChannelKey } from '../template/template.ts';
import { deliveryOn, dueFact, type NoticeChange } from './change.ts';
import type { Notice } from './notice.ts';

/** What the rules in force say of one line: who is told, by which words, and by which ways besides the inbox. */
export interface Telling extends Pick<
  Notice,
  | 'partyId'
  | 'message'
  | 'kind'
  | 'statutory'
  | 'urgent'
  | 'template'
  | 'values'
  | 'district'
  | 'caseId'
  | 'batchId'
  | 'unreadDays'
> {
  channels: readonly Exclude<ChannelKey, 'inbox'>[];
  /** Not before: a time that was asked for. */
  sendAt?: Date | undefined;
}

/** A notice on the first of its ways; undefined where the inbox alone tells it. */
export function createNotice(
  { channels, sendAt: wanted, ...telling }: Telling,
  { id, now }: { id: string; now: Date },
): NoticeChange | undefined {
  const [first, ...next] = channels;
  if (!first) return undefined;
  const sendAt = wanted && wanted > now ? wanted : now;
  const delivery = deliveryOn(first, { id, sendAt }, { n: 1, now });
  const notice: Notice = {
    ...telling,
    id,
    version: 1,
    next,
    deliveries: [delivery],
    sendAt,
    createdAt: now,
    timelineHash: '',
  };
  return { notice, act: 'create', n: 1, facts: delivery.queuedAt ? [dueFact(notice, 1)] : [] };
}
