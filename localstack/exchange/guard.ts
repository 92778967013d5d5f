import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { signatureOf } from '../../services/materials/exchange/sign.ts';

/** Minutes by which the time of a request may differ from the exchange's own. */
const toleratedMinutes = 5;

const headerOf = ({ headers }: IncomingMessage, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Why a request is not answered; undefined where it is signed by the key, of now, and was never seen before. */
export function guard(
  key: () => string,
  now: () => Date,
): (request: IncomingMessage, body: string) => string | undefined {
  const seen = new Set<string>();
  return (request, body) => {
    const time = headerOf(request, 'x-sharing-time');
    const nonce = headerOf(request, 'x-sharing-nonce');
    const signed = { method: request.method ?? '', path: request.url ?? '', time, nonce, body };
    if (!isSame(headerOf(request, 'x-sharing-signature'), signatureOf(key(), signed))) return 'wrong-signature';
    const age = Math.abs(now().getTime() - Date.parse(time));
    if (!(age <= toleratedMinutes * 60_000)) return 'wrong-time';
    if (nonce.length < 16 || seen.has(nonce)) return 'replayed';
    seen.add(nonce);
    return undefined;
  };
}
