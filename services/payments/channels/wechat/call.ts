import * as z from 'zod';
import { once } from '#shared/once';
import { ChannelSilent } from '../channel.ts';
import { jsonIn, keysOf, send } from '../means.ts';
import type { Account, WechatMeans } from './keys.ts';
import { authorization, faultIn } from './sign.ts';

interface Wish {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

const refusal = once(() => z.object({ code: z.string(), message: z.string().default('') }));

/** What WeChat has answered, rightly signed. `code` is its own word for why it refuses. */
export type Said = { done: true; body: unknown } | { done: false; code: string; message: string };

/** Codes by which WeChat says that it does not know yet: the same is asked again later. */
const undecided = new Set(['SYSTEM_ERROR', 'FREQUENCY_LIMITED', 'FREQUENCY_LIMIT', 'RATELIMIT_EXCEEDED', 'BANK_ERROR']);

/** Sends a request that is signed by one of our accounts. Throws `ChannelSilent` where no answer came that decides something. */
export async function call(means: WechatMeans, account: Account, { method, path, body }: Wish): Promise<Said> {
  const keys = await keysOf(means);
  const url = new URL(means.base + path);
  const text = body === undefined ? '' : JSON.stringify(body);
  const signed = { method, path: url.pathname + url.search, body: text };
  const headers = {
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'banshi',
    // Which of its keys it is to sign the answer by.
    'wechatpay-serial': keys.platform[0]?.id ?? '',
    authorization: authorization(account, signed, { now: means.now(), nonce: means.newNonce() }),
  };
  const answer = await send(url, { method, headers, ...(body && { body: text }) }, means);
  if (faultIn(answer, keys, means.now())) throw new ChannelSilent('wrongly signed');
  if (answer.status < 300) return { done: true, body: answer.bytes.length === 0 ? undefined : jsonIn(answer.bytes) };
  const read = refusal().safeParse(jsonIn(answer.bytes));
  if (!read.success || answer.status >= 500 || answer.status === 429 || undecided.has(read.data.code)) {
    throw new ChannelSilent('undecided');
  }
  return { done: false, ...read.data };
}

/** What an answer says by a schema; one that says something else is no answer. */
export function readBy<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const read = schema.safeParse(value);
  if (!read.success) throw new ChannelSilent('unreadable');
  return read.data;
}
