import { deliveryStep } from './graph.ts';
import { withDelivery, type NoticeChange } from './change.ts';
import type { Notice, Proof } from './notice.ts';
import { prove } from './prove.ts';

/** He has read it, in his inbox or by the link of a channel: nothing more is sent. Undefined where he had read it before. */
export function readBy(notice: Notice, { channel, at }: Pick<Proof, 'channel' | 'at'>): NoticeChange | undefined {
  if (notice.readAt) return undefined;
  const n = notice.deliveries.length;
  const last = notice.deliveries.at(-1);
  if (!last) return undefined;
  const { dueAt, ...rest } = last;
  const state = deliveryStep(last.state, 'read');
  // What is under way to him goes on: it may be with its provider already. What has not begun never does.
  const read = withDelivery({ ...notice, version: notice.version + 1, readAt: at }, n, {
    ...rest,
    ...(state ? { state, readAt: at } : last.state === 'sending' && dueAt && { dueAt }),
  });
  const { notice: proved, facts } = prove(read, { step: 'read', channel, at, counts: true });
  return { before: notice, notice: proved, act: 'read', n, facts };
}
