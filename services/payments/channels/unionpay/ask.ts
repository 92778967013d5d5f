import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import type { Standing } from '../../domain/order/channel-words.ts';
import { beijingDigits, beijingIn } from '../beijing.ts';
import { ChannelSilent, type Asked } from '../channel.ts';
import { keysOf } from '../means.ts';
import { call } from './call.ts';
import { accountFor, type Account, type UnionpayMeans } from './keys.ts';

/** A transaction that has gone through; `A6`: with something of it still to be mended. */
export const isDone = (code: string | undefined): boolean => code === '00' || code === 'A6';
/** Time-out, unknown, accepted: UnionPay does not know yet. */
export const isUndecided = (code: string | undefined): boolean => code === '03' || code === '04' || code === '05';

/** When it went through: `traceTime` has no year, so it is that of the order, or the next one. */
export function timeOf({ traceTime, txnTime }: { traceTime: string; txnTime: string }): Date | undefined {
  const year = Number(txnTime.slice(0, 4)) + (traceTime < txnTime.slice(4, 8) ? 1 : 0);
  return beijingIn(`${year}${traceTime}`);
}

/** 清算日期: it has no year, and is the day of the payment or one of the next. */
function settleDayIn(monthAndDay: string, at: Date): string {
  const [year, written] = [dayOf(at).slice(0, 4), `${monthAndDay.slice(0, 2)}-${monthAndDay.slice(2)}`];
  return `${written < dayOf(at).slice(5) ? Number(year) + 1 : year}-${written}`;
}

export const gone = once(() =>
  z
    .object({
      queryId: z.string().min(1),
      txnAmt: z.string().regex(/^\d{1,12}$/),
      currencyCode: z.literal('156'),
      traceTime: z.string().regex(/^\d{10}$/),
      settleDate: z
        .string()
        .regex(/^\d{4}$/)
        .optional(),
      txnTime: z.string().regex(/^\d{14}$/),
    })
    .transform((one, context) => {
      const at = timeOf(one) ?? (context.addIssue('no time'), z.NEVER);
      const day = one.settleDate && at && settleDayIn(one.settleDate, at);
      return { channelRef: one.queryId, amountFen: Number(one.txnAmt), at, ...(day && { day }) };
    }),
);

/** 交易状态查询 of an order of ours; `code`: what has become of it, undefined where UnionPay has never heard of it. */
export async function query(means: UnionpayMeans, account: Account, { number, at }: { number: string; at: Date }) {
  const about = { txnType: '00', txnSubType: '00', bizType: '000000', orderId: number, txnTime: beijingDigits(at) };
  const said = await call(means, account, { path: 'queryTrans.do', fields: about });
  if (said['respCode'] === '34') return { code: undefined, said };
  if (said['respCode'] !== '00' || !said['origRespCode']) throw new ChannelSilent(said['respCode']);
  return { code: said['origRespCode'], said };
}

/** Before its time is over the payer may yet open the page, or try another card. */
export async function ask(means: UnionpayMeans, charge: Asked): Promise<Standing> {
  const account = accountFor(means, await keysOf(means), charge.parts);
  const { code, said } = await query(means, account, { number: charge.number, at: charge.begunAt });
  if (isDone(code)) {
    const read = gone().safeParse(said);
    if (!read.success) throw new ChannelSilent('unreadable');
    return { state: 'paid', ...read.data };
  }
  if (isUndecided(code) || means.now() < charge.expiresAt) return { state: 'pending' };
  return { state: code === undefined ? 'absent' : 'closed' };
}
