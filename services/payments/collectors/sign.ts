import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What of a request is signed: whatever is changed on the way, or sent again later, does not fit any more. */
export interface Signed {
  /** Path, below the host. */
  path: string;
  /** When it was sent, RFC 3339. */
  time: string;
  /** Never used twice. */
  nonce: string;
  body: string;
}

/** HMAC-SHA256 over path, time, nonce and the SHA-256 of the body, a line each; hexadecimal. */
export function signatureOf(key: string, { path, time, nonce, body }: Signed): string {
  const digest = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', key).update([path, time, nonce, digest].join('\n')).digest('hex');
}

/** The signature of an answer: over the nonce of what was asked, so that no other answer fits. */
export const answerSignature = (key: string, asked: Pick<Signed, 'nonce'>, body: string): string =>
  signatureOf(key, { path: 'answer', time: '', nonce: asked.nonce, body });

export const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
