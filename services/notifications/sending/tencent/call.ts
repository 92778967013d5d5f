import * as z from 'zod';
import { once } from '#shared/once';
import { asked } from '../means.ts';
import type { TencentKeys, TencentMeans } from './keys.ts';
import { signedHeaders } from './sign.ts';

const refusal = once(() => z.object({ Response: z.object({ Error: z.object({ Code: z.string() }) }) }));

/** One call of 短信: its JSON, the code by which it refuses, or nothing that could be believed. */
export async function call(action: string, body: object, { keys, means }: { keys: TencentKeys; means: TencentMeans }) {
  const url = new URL(`${means.base}/`);
  const text = JSON.stringify(body);
  // `fetch` names the host by itself.
  const { host, ...signed } = signedHeaders({ host: url.host, service: 'sms', body: text }, keys, means.now());
  const headers = {
    ...signed,
    'x-tc-action': action,
    'x-tc-version': '2021-01-11',
    'x-tc-region': keys.region,
  };
  const answer = await asked(url, { method: 'POST', headers, body: text }, means);
  const code = 'json' in answer ? refusal().safeParse(answer.json).data?.Response.Error.Code : undefined;
  return code === undefined ? answer : { code };
}
