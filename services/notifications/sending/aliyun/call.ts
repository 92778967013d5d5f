import { asked } from '../means.ts';
import type { AliyunKeys, AliyunMeans } from './keys.ts';
import { queryOf, signedHeaders } from './sign.ts';

/** One call of 短信服务. Its parameters stand in the query, as its definition has them. */
export function call(
  action: string,
  query: Readonly<Record<string, string>>,
  { keys, means }: { keys: AliyunKeys; means: AliyunMeans },
) {
  const url = new URL(`${means.base}/?${queryOf(query)}`);
  const request = { host: url.host, action, version: '2017-05-25', query, body: '' };
  // `fetch` names the host by itself.
  const { host, ...headers } = signedHeaders(request, keys, { now: means.now(), nonce: means.newNonce() });
  return asked(url, { method: 'POST', headers: { ...headers, accept: 'application/json' } }, means);
}

/** A number as Aliyun writes it: Chinese ones without, others with their country and no plus. */
export const numberOf = (to: string): string => to.replace(/^\+86/, '').replace(/^\+/, '');
