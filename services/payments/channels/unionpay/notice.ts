import * as z from 'zod';
import { once } from '#shared/once';
import { beijingIn } from '../beijing.ts';
import type { Notice, Word } from '../channel.ts';
import { keysOf, merchantsOf } from '../means.ts';
import { gone, isDone } from './ask.ts';
import type { UnionpayMeans } from './keys.ts';
import { isSigned } from './sign.ts';

/** It says no time of its own: what it is about may be so old, as an order lives for half an hour and a notice is tried for a day. */
const [oldestMs, aheadMs] = [3 * 86_400_000, 5 * 60_000];

const told = once(() =>
  z.object({
    merId: z.string(),
    orderId: z.string().min(1),
    txnType: z.string(),
    respCode: z.string(),
    txnTime: z.string(),
  }),
);

/** 后台通知. */
export async function readNotice(means: UnionpayMeans, { bytes }: { bytes: () => Buffer }): Promise<Notice> {
  const word = await wordOf(means, Object.fromEntries(new URLSearchParams(bytes().toString('utf8'))));
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  return { word, taken: { status: 200, headers, text: 'ok' }, refused: { status: 400, headers, text: 'fail' } };
}

const lie = (why: Extract<Word, { about: 'lie' }>['why']): Word => ({ about: 'lie', why });

async function wordOf(means: UnionpayMeans, fields: Record<string, string>): Promise<Word> {
  if (!isSigned(fields, await keysOf(means), means.now())) return lie('signature');
  const read = told().safeParse(fields);
  if (!read.success) return lie('unreadable');
  const { merId, orderId: number, txnType, respCode, txnTime } = read.data;
  const merchants = merchantsOf(means, merId);
  if (merchants.length === 0) return lie('merchant');
  if (txnType === '04') return { about: 'refund', number };
  const age = means.now().getTime() - (beijingIn(txnTime)?.getTime() ?? 0);
  if (age > oldestMs || age < -aheadMs) return lie('time');
  if (txnType !== '01' || !isDone(respCode)) return { about: 'nothing' };
  const paid = gone().safeParse(fields);
  if (!paid.success) return lie('unreadable');
  const parts = [{ number, amountFen: paid.data.amountFen, merchants }];
  return { about: 'charge', number, said: { state: 'paid', ...paid.data }, parts };
}
