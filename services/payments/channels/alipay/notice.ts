import * as z from 'zod';
import { once } from '#shared/once';
import type { Notice, Word } from '../channel.ts';
import { keysOf, merchantsOf } from '../means.ts';
import type { AlipayMeans } from './keys.ts';
import { isNoticeSigned } from './sign.ts';
import { money, standingOf, time, tradeState } from './trade.ts';

/** Alipay tries for 25 hours; a clock may go before ours a little. */
const [oldestMs, aheadMs] = [26 * 3_600_000, 5 * 60_000];

const told = once(() =>
  z.object({
    notify_time: time(),
    out_trade_no: z.string(),
    trade_no: z.string(),
    trade_status: tradeState,
    total_amount: money(),
    gmt_payment: time().optional(),
    /** Of a refund: its number, and what was given back of the trade by then. */
    out_biz_no: z.string().optional(),
    refund_fee: money().optional(),
  }),
);

/** 异步通知. */
export async function readNotice(means: AlipayMeans, { bytes }: { bytes: () => Buffer }): Promise<Notice> {
  const word = await wordOf(means, Object.fromEntries(new URLSearchParams(bytes().toString('utf8'))));
  const headers = { 'Content-Type': 'text/plain; charset=utf-8' };
  return { word, taken: { status: 200, headers, text: 'success' }, refused: { status: 400, headers, text: 'fail' } };
}

const lie = (why: Extract<Word, { about: 'lie' }>['why']): Word => ({ about: 'lie', why });

async function wordOf(means: AlipayMeans, fields: Record<string, string>): Promise<Word> {
  const { accounts } = await keysOf(means);
  const account = accounts.find(({ appId }) => appId === fields['app_id']);
  if (!account) return lie('merchant');
  if (!isNoticeSigned(account, fields)) return lie('signature');
  if (fields['seller_id'] !== account.sellerId) return lie('merchant');
  const read = told().safeParse(fields);
  if (!read.success) return lie('unreadable');
  const age = means.now().getTime() - read.data.notify_time.getTime();
  if (age > oldestMs || age < -aheadMs) return lie('time');
  const { out_biz_no: back, refund_fee: returned, out_trade_no: number, total_amount: amountFen } = read.data;
  if (back && returned) return { about: 'refund', number: back };
  const { trade_status: state, trade_no: ref, gmt_payment: paidAt } = read.data;
  const parts = [{ number, amountFen, merchants: merchantsOf(means, account.sellerId) }];
  return { about: 'charge', number, said: standingOf({ state, ref, amountFen, paidAt }), parts };
}
