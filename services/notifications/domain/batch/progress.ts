import * as z from 'zod';
import { once } from '#shared/once';
import { optedOut } from '../contact/ways.ts';
import type { Notice } from '../notice/notice.ts';

const count = () => z.int().default(0);

/** How many rows of a batch stand where. `queued`: on its way to a provider; `waiting`: for the end of quiet hours, or for another try; `again`: an earlier row has told the same party under another id. */
export const counts = once(() =>
  z.object({
    queued: count(),
    waiting: count(),
    sent: count(),
    delivered: count(),
    read: count(),
    failed: count(),
    optedOut: count(),
    unreachable: count(),
    again: count(),
  }),
);
export type Counts = z.infer<ReturnType<typeof counts>>;
export type Standing = keyof Counts;

/** Where the notice of a row stands, by the last way that was tried. */
export function standingOf({ deliveries, readAt }: Pick<Notice, 'deliveries' | 'readAt'>): Standing {
  const last = deliveries.at(-1);
  if (readAt) return 'read';
  if (last?.state === 'created') return last.queuedAt ? 'queued' : 'waiting';
  if (last?.state === 'sending') return last.failure ? 'waiting' : 'queued';
  if (last?.state === 'sent' || last?.state === 'delivered' || last?.state === 'read') return last.state;
  return last?.failure === optedOut ? 'optedOut' : 'failed';
}

/** What a change of a notice moves from one count to another; empty where it stands as it did. */
export function movedBy(before: Notice, after: Notice): Partial<Counts> {
  const [was, is] = [standingOf(before), standingOf(after)];
  return was === is ? {} : { [was]: -1, [is]: 1 };
}

/** How often each stands among these. */
export function tally(standings: readonly Standing[]): Partial<Counts> {
  const found: Partial<Counts> = {};
  for (const one of standings) found[one] = (found[one] ?? 0) + 1;
  return found;
}

/** All of these together. */
export function summed(all: readonly Counts[]): Counts {
  const sums = counts().parse({});
  for (const one of all) for (const standing of counts().keyof().options) sums[standing] += one[standing];
  return sums;
}
