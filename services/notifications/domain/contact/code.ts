import * as z from 'zod';
import { once } from '#shared/once';
import { addressChannel } from './contact.ts';

const minuteMs = 60_000;
const holdsMs = 10 * minuteMs;
const mostTries = 5;

/** 验证码: one that was sent. The code itself is kept nowhere: it is made anew from its id when somebody says it. */
export const sentCode = once(() =>
  z.object({
    id: z.uuid(),
    version: z.int().min(1),
    channel: addressChannel,
    /** The address for which it was sent; it proves no other. */
    value: z.string(),
    sentAt: z.coerce.date(),
    tries: z.int().min(0),
  }),
);
export type SentCode = z.infer<ReturnType<typeof sentCode>>;

export const expiryOf = ({ sentAt }: Pick<SentCode, 'sentAt'>): Date => new Date(sentAt.getTime() + holdsMs);

/** How many codes may be asked for within how long; by the operators' limits for one number, and the same for one party. */
const limits = [
  [1, minuteMs],
  [5, 60 * minuteMs],
  [10, 24 * 60 * minuteMs],
] as const;

/** When the next code may be asked for by these earlier ones; undefined where it may be now. */
export function waitUntil(sent: readonly Date[], now: Date): Date | undefined {
  const times = sent.map((one) => one.getTime()).toSorted((a, b) => b - a);
  const waits = limits.flatMap(([most, within]) => {
    const last = times[most - 1];
    return last !== undefined && last + within > now.getTime() ? [last + within] : [];
  });
  return waits.length > 0 ? new Date(Math.max(...waits)) : undefined;
}

/** The times that still count, with this one. */
export const counted = (sent: readonly Date[], now: Date): Date[] =>
  [...sent, now].toSorted((a, b) => b.getTime() - a.getTime()).slice(0, 10);

/** What somebody's word for a code is worth: right, wrong (and how often he may try again), or too late. */
export function judged(
  found: SentCode | undefined,
  { isRight, value, now }: { isRight: boolean; value: string; now: Date },
): { is: 'right' } | { is: 'wrong'; left: number; code: SentCode } | { is: 'over' } {
  if (!found || found.value !== value || expiryOf(found) <= now || found.tries >= mostTries) return { is: 'over' };
  if (isRight) return { is: 'right' };
  const tries = found.tries + 1;
  return { is: 'wrong', left: mostTries - tries, code: { ...found, tries, version: found.version + 1 } };
}
