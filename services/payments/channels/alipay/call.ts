import * as z from 'zod';
import { once } from '#shared/once';
import { ChannelSilent } from '../channel.ts';
import { jsonIn, send } from '../means.ts';
import type { Account, AlipayMeans } from './keys.ts';
import { signedAnswer, signedFields } from './sign.ts';

export interface Wish {
  method: string;
  /** `biz_content`: what the method is about. */
  about: object;
  /** Where notices go, and the payer is led back to, for methods that begin something. */
  places?: { notify_url?: string; return_url?: string };
}

const head = once(() => z.looseObject({ code: z.string(), sub_code: z.string().default('') }));

/** What Alipay has answered, rightly signed; `code` is its own word for why it refuses. */
export type Said = { done: true; body: unknown } | { done: false; code: string };

/** The fields of a request, all of them signed. */
export function fieldsOf({ method, about, places = {} }: Wish, account: Account, now: Date): Record<string, string> {
  return signedFields(account, { method, biz_content: JSON.stringify(about), ...places }, now);
}

export const gateway = ({ base }: Pick<AlipayMeans, 'base'>): URL => new URL(`${base}/gateway.do`);

/** Sends a request and reads its answer. Throws `ChannelSilent` where none came that decides something. */
export async function call(means: AlipayMeans, account: Account, wish: Wish): Promise<Said> {
  const url = gateway(means);
  url.searchParams.set('charset', 'utf-8');
  const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=utf-8' };
  const body = new URLSearchParams(fieldsOf(wish, account, means.now())).toString();
  const answer = await send(url, { method: 'POST', headers, body }, means);
  const text = answer.status === 200 ? answer.bytes.toString('utf8') : '';
  const signed = signedAnswer(account, text, wish.method);
  if (signed === undefined) throw new ChannelSilent('not signed');
  const read = head().safeParse(jsonIn(Buffer.from(signed)));
  // 10003 and 20000: it does not know itself yet.
  if (!read.success || /^(10003|20000)$/.test(read.data.code) || read.data.sub_code.endsWith('SYSTEM_ERROR')) {
    throw new ChannelSilent('undecided');
  }
  const { code, sub_code: why } = read.data;
  return code === '10000' ? { done: true, body: read.data } : { done: false, code: why || code };
}
