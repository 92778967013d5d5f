import { createHash, createHmac } from 'node:crypto';

export const hexOf = (text: string): string => createHash('sha256').update(text).digest('hex');

interface Request {
  host: string;
  action: string;
  version: string;
  /** The parameters of the request: they stand in its query. */
  query: Readonly<Record<string, string>>;
  body: string;
}

/** A name or value as RFC 3986 has it: what `encodeURIComponent` leaves and Aliyun does not is encoded too. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);

export const queryOf = (query: Readonly<Record<string, string>>): string =>
  Object.keys(query)
    .toSorted()
    .map((name) => `${encoded(name)}=${encoded(query[name] ?? '')}`)
    .join('&');

/** The headers of a request to Aliyun, signed (ACS3-HMAC-SHA256, 请求结构和签名机制 V3). */
export function signedHeaders(
  { host, action, version, query, body }: Request,
  { accessKeyId, accessKeySecret }: { accessKeyId: string; accessKeySecret: string },
  { now, nonce }: { now: Date; nonce: string },
): Record<string, string> {
  const headers: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': hexOf(body),
    'x-acs-date': now.toISOString().replace(/\.\d+Z$/, 'Z'),
    'x-acs-signature-nonce': nonce,
    'x-acs-version': version,
  };
  const names = Object.keys(headers).toSorted();
  const lines = names.map((name) => `${name}:${headers[name]}`);
  const canonical = ['POST', '/', queryOf(query), ...lines, '', names.join(';'), hexOf(body)].join('\n');
  const signature = createHmac('sha256', accessKeySecret)
    .update(`ACS3-HMAC-SHA256\n${hexOf(canonical)}`)
    .digest('hex');
  const said = `Credential=${accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  return { ...headers, authorization: `ACS3-HMAC-SHA256 ${said}` };
}
