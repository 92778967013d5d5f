import type { IncomingMessage } from 'node:http';
import { isSame, signatureOf } from '../../services/payments/collectors/sign.ts';

const toleratedMs = 5 * 60_000;

export const headerOf = ({ headers }: IncomingMessage, name: string): string => {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
};

/** Why a request is not answered; undefined where it is signed by the key, of now, and was never seen before. */
export function guard(
  key: () => string,
  now: () => Date,
): (request: IncomingMessage, nonce: string, body: string) => string | undefined {
  const seen = new Set<string>();
  return (request, nonce, body) => {
    const time = headerOf(request, 'x-collector-time');
    const signed = { path: request.url ?? '', time, nonce, body };
    if (!isSame(headerOf(request, 'x-collector-signature'), signatureOf(key(), signed))) return 'wrong-signature';
    if (!(Math.abs(now().getTime() - Date.parse(time)) <= toleratedMs)) return 'wrong-time';
    if (nonce.length < 16 || seen.has(nonce)) return 'replayed';
    seen.add(nonce);
    return undefined;
  };
}
