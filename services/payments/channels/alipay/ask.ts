import * as z from 'zod';
import { once } from '#shared/once';
import type { Standing } from '../../domain/order/channel-words.ts';
import { ChannelSilent, type Asked } from '../channel.ts';
import { keysOf } from '../means.ts';
import { call } from './call.ts';
import { accountFor, type AlipayMeans } from './keys.ts';
import { money, standingOf, time, tradeState } from './trade.ts';

const told = once(() =>
  z.object({
    out_trade_no: z.string(),
    trade_no: z.string(),
    trade_status: tradeState,
    total_amount: money(),
    send_pay_date: time().optional(),
  }),
);

/** 交易查询. Before its time is over, a charge that Alipay has not heard of may yet be opened by its payer. */
export async function ask(means: AlipayMeans, charge: Asked): Promise<Standing> {
  const account = accountFor(means, await keysOf(means), charge.parts);
  const said = await call(means, account, { method: 'alipay.trade.query', about: { out_trade_no: charge.number } });
  if (!said.done) {
    if (said.code !== 'ACQ.TRADE_NOT_EXIST') throw new ChannelSilent(said.code);
    return { state: means.now() < charge.expiresAt ? 'pending' : 'absent' };
  }
  const read = told().safeParse(said.body);
  if (read.data?.out_trade_no !== charge.number) throw new ChannelSilent('of another charge');
  const { trade_status: state, trade_no: ref, total_amount: amountFen, send_pay_date: paidAt } = read.data;
  return standingOf({ state, ref, amountFen, paidAt });
}

/** 交易关闭, then asked: whatever it answers, only how the charge stands after it counts. */
export async function close(means: AlipayMeans, charge: Asked): Promise<Standing> {
  const account = accountFor(means, await keysOf(means), charge.parts);
  await call(means, account, { method: 'alipay.trade.close', about: { out_trade_no: charge.number } });
  return ask(means, charge);
}
