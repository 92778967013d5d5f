import * as z from 'zod';
import { once } from '#shared/once';
import type { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import type { ReceivedOf } from '#events/event';

/** 送达: how far a notice of a case has come; `counts`: that is its day of service. */
export const servedNotice = once(() =>
  z.object({
    caseId: z.string(),
    noticeId: z.string(),
    partyId: z.string(),
    kind: z.string(),
    step: z.enum(['sent', 'delivered', 'read']),
    channel: z.string(),
    at: z.string(),
    counts: z.boolean(),
    /** When it first counted as served: a later reading does not move that day. */
    servedAt: z.string().optional(),
    sequence: z.int(),
  }),
);
export type ServedNotice = z.infer<ReturnType<typeof servedNotice>>;

type Told = Pick<ReceivedOf<typeof NoticeProvedV1>, 'data' | 'sequence'>;

/** What is known of a notice once this is told; undefined where something later was told before. */
export function servedOf({ data, sequence }: Told, known: ServedNotice | undefined): ServedNotice | undefined {
  const servedAt = earliest([known?.servedAt, data.counts ? data.at : undefined]);
  if (known && sequence <= known.sequence) {
    // A fact that comes late may still be the first that counted.
    return servedAt === known.servedAt ? undefined : { ...known, ...(servedAt && { servedAt }) };
  }
  return { ...data, sequence, ...(servedAt && { servedAt }) };
}

const earliest = (times: readonly (string | undefined)[]): string | undefined =>
  times.flatMap((one) => one ?? []).toSorted()[0];
