import { createHash, createHmac } from 'node:crypto';

const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

const contentType = 'application/json; charset=utf-8';

interface Request {
  host: string;
  service: string;
  body: string;
}

/** `authorization` of a POST to Tencent Cloud (TC3-HMAC-SHA256, 签名方法 v3), with the headers that it signs. */
export function signedHeaders(
  { host, service, body }: Request,
  { secretId, secretKey }: { secretId: string; secretKey: string },
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  // The day of UTC, whatever the clock in Shenzhen says.
  const day = now.toISOString().slice(0, 10);
  const scope = `${day}/${service}/tc3_request`;
  const canonical = [
    'POST',
    '/',
    '',
    `content-type:${contentType}`,
    `host:${host}`,
    '',
    'content-type;host',
    hexOf(body),
  ].join('\n');
  const text = ['TC3-HMAC-SHA256', timestamp, scope, hexOf(canonical)].join('\n');
  const key = hmac(hmac(hmac(`TC3${secretKey}`, day), service), 'tc3_request');
  const said = `Credential=${secretId}/${scope}, SignedHeaders=content-type;host, Signature=${hmac(key, text).toString('hex')}`;
  return { host, 'content-type': contentType, 'x-tc-timestamp': timestamp, authorization: `TC3-HMAC-SHA256 ${said}` };
}
