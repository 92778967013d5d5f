import { createHash, createHmac } from 'node:crypto';
import type { S3Request } from './request.ts';

/** What a signature was made for, as its sender states it. */
export interface SignatureScope {
  /** `20260801T120000Z`. */
  timestamp: string;
  region: string;
  /** Lower case. */
  signedHeaders: string[];
  /** SHA-256 of the body in hex, or one of S3's words for a body that is not signed. */
  payloadHash: string;
}

/** The signature (version 4, lower-case hex) that belongs to a request under a secret key. */
export function signatureOf(request: S3Request, scope: SignatureScope, secretKey: string): string {
  const date = scope.timestamp.slice(0, 8);
  const parts = [date, scope.region, 's3', 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', scope.timestamp, parts.join('/'), sha256(canonical(request, scope))].join('\n');
  const key = parts.reduce<Buffer>((previous, part) => hmac(previous, part), Buffer.from(`AWS4${secretKey}`));
  return hmac(key, text).toString('hex');
}

/** S3 encodes the path once, unlike other services. */
function canonical(request: S3Request, { signedHeaders, payloadHash }: SignatureScope): string {
  const [path = ''] = (request.message.url ?? '').split('?');
  const query = [...request.query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .toSorted();
  const lines = [
    request.method,
    path
      .split('/')
      .map((part) => encode(decodeURIComponent(part)))
      .join('/'),
    query.join('&'),
    ...signedHeaders.map((name) => `${name}:${headerText(request, name)}`),
    '',
    signedHeaders.join(';'),
    payloadHash,
  ];
  return lines.join('\n');
}

function headerText({ message }: S3Request, name: string): string {
  return String(message.headers[name] ?? '')
    .trim()
    .replaceAll(/\s+/g, ' ');
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
