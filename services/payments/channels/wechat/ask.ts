import type { Standing } from '../../domain/order/channel-words.ts';
import { ChannelSilent, type Asked } from '../channel.ts';
import { keysOf } from '../means.ts';
import { call, readBy } from './call.ts';
import { accountsOf, type WechatMeans } from './keys.ts';
import { combined, single, standingOf, type Transaction } from './transaction.ts';

/** 查单. What it tells must be of the charge that was asked about, and of the merchants of its parts. */
export async function ask(means: WechatMeans, { number, parts }: Asked): Promise<Standing> {
  const accounts = accountsOf(means, await keysOf(means), parts);
  const isCombined = parts.length > 1;
  const path = isCombined
    ? `/v3/combine-transactions/out-trade-no/${number}`
    : `/v3/pay/transactions/out-trade-no/${number}?mchid=${accounts[0].mchid}`;
  const said = await call(means, accounts[0], { method: 'GET', path });
  if (!said.done) {
    if (said.code === 'ORDER_NOT_EXIST' || said.code === 'ORDERNOTEXIST') return { state: 'absent' };
    throw new ChannelSilent(said.code);
  }
  const found = isCombined ? readBy(combined(), said.body).sub_orders : [readBy(single(), said.body)];
  const isAsked = (one: Transaction) =>
    parts.some((part, n) => part.number === one.out_trade_no && accounts[n]?.mchid === one.mchid);
  if (found.length !== parts.length || !found.every(isAsked)) throw new ChannelSilent('of another charge');
  return standingOf(found);
}

/** 关单, then asked: whatever it answers, only how the charge stands after it counts. */
export async function close(means: WechatMeans, charge: Asked): Promise<Standing> {
  const { number, parts } = charge;
  const accounts = accountsOf(means, await keysOf(means), parts);
  const [{ appid, mchid }] = accounts;
  if (parts.length > 1) {
    const orders = parts.map((part, n) => ({ mchid: accounts[n]?.mchid, out_trade_no: part.number }));
    const path = `/v3/combine-transactions/out-trade-no/${number}/close`;
    await call(means, accounts[0], { method: 'POST', path, body: { combine_appid: appid, sub_orders: orders } });
  } else {
    const path = `/v3/pay/transactions/out-trade-no/${number}/close`;
    await call(means, accounts[0], { method: 'POST', path, body: { mchid } });
  }
  return ask(means, charge);
}
