import { createHash, createHmac } from 'node:crypto';

/** What of a request is signed: whatever is changed on the way, or sent again later, does not fit any more. */
export interface Signed {
  method: string;
  /** Path with query, below the host. */
  path: string;
  /** When it was sent, RFC 3339. */
  time: string;
  /** Never used twice. */
  nonce: string;
  body: string;
}

/** HMAC-SHA256 over method, path, time, nonce and the SHA-256 of the body, a line each; hexadecimal. */
export function signatureOf(key: string, { method, path, time, nonce, body }: Signed): string {
  const digest = createHash('sha256').update(body).digest('hex');
  return createHmac('sha256', key).update([method, path, time, nonce, digest].join('\n')).digest('hex');
}
