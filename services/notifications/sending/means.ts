import { timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { sha256 } from '#shared/cause';
import { exchange, jsonOf, type ExchangeMeans } from '#shared/exchange';
import type { Said } from './provider.ts';

/** What an adapter is given of the world: nothing of a provider is written into the code. */
export interface Means<Keys> extends ExchangeMeans {
  /** Address of the provider, without a slash at its end. */
  base: string;
  /** The keys in force, read again now and then; undefined where nobody has put any in. */
  keys: () => Promise<Keys | undefined>;
  now: () => Date;
  newNonce: () => string;
}

/** Nobody has put the keys in: another provider may have some. */
export const keyless: Said = { is: 'away', code: 'no-keys' };

/** Its templates must be approved beforehand, and this one is not: another provider may have it. */
export const templateless: Said = { is: 'failed', code: 'no-template', lasting: 'technical' };

/** Under which id it has approved our templates, by their keys: for those whose edition does not say it. */
export const templateIds = () => z.record(z.string(), z.string().min(1).max(64)).default({});

/** Asks a provider and gives its JSON, or what is to be concluded where there is none. */
export async function asked(
  url: URL,
  request: Parameters<typeof exchange>[1],
  means: ExchangeMeans,
): Promise<{ json: unknown } | { said: Extract<Said, { is: 'silent' | 'away' }> }> {
  const answer = await exchange(url, request, means);
  if ('silent' in answer) {
    return { said: answer.reached ? { is: 'silent', code: 'no-answer' } : { is: 'away', code: 'not-reached' } };
  }
  // Whoever is overloaded or under repair says so before it does anything (RFC 9110, 15.6.4; RFC 6585, 4).
  if (answer.status === 503 || answer.status === 429) return { said: { is: 'away', code: `http-${answer.status}` } };
  const json = jsonOf(answer.bytes);
  // A gateway in between has answered: whether the provider has heard of it nobody knows.
  return json === undefined ? { said: { is: 'silent', code: `http-${answer.status}` } } : { json };
}

/** Whether two secrets are the same, in a time that tells nothing of either. */
export function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(secret)));
}
