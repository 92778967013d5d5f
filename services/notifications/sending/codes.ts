import { dayOf, nextDay, startOf } from '#shared/calendar';
import type { Lasting } from '../domain/notice/answer.ts';
import type { Said } from './provider.ts';

const [minuteMs, hourMs] = [60_000, 3_600_000];

/** What a code of a provider means for a message: a failure for good or for a time, later, by another provider, or unknown. */
export type Meaning = Lasting | 'minute' | 'hour' | 'day' | 'away' | 'silent';

/** Codes, or beginnings of codes, with what they mean; the first that fits. */
export type Codes = readonly (readonly [code: string, meaning: Meaning])[];

/** What is said by a code that is no success. One that nobody knows was not sent, and another provider may know better. */
export function saidBy(codes: Codes, code: string, now: Date): Said {
  const meaning = codes.find(([known]) => code.startsWith(known))?.[1] ?? 'away';
  const short = code.slice(0, 64);
  if (meaning === 'away' || meaning === 'silent') return { is: meaning, code: short };
  if (meaning === 'permanent' || meaning === 'temporary' || meaning === 'technical') {
    return { is: 'failed', code: short, lasting: meaning };
  }
  return { is: 'later', code: short, at: after(meaning, now) };
}

/** A limit of a day ends at midnight; nobody is woken for that: it goes on at eight. */
function after(limit: 'minute' | 'hour' | 'day', now: Date): Date {
  if (limit === 'day') return new Date(startOf(nextDay(dayOf(now))).getTime() + 8 * hourMs);
  return new Date(now.getTime() + (limit === 'hour' ? hourMs : minuteMs));
}
