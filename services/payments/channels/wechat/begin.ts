import { keysOf } from '../means.ts';
import * as z from 'zod';
import { once } from '#shared/once';
import type { Begun, Shown } from '../../domain/order/channel-words.ts';
import { ChannelSilent, type Charge } from '../channel.ts';
import { call, readBy } from './call.ts';
import { accountsOf, type Account, type WechatMeans } from './keys.ts';
import { signedBy } from './sign.ts';

/** Codes that say for certain that no charge has come of it. Of any other nothing is concluded. */
const refusing = new Set([
  'PARAM_ERROR',
  'NO_AUTH',
  'RULE_LIMIT',
  'RULELIMIT',
  'APPID_MCHID_NOT_MATCH',
  'MCH_NOT_EXISTS',
  'ACCOUNT_ERROR',
  'OPENID_MISMATCH',
]);

const shownBy = {
  native: once(() => z.object({ code_url: z.string().min(1) })),
  jsapi: once(() => z.object({ prepay_id: z.string().min(1) })),
  h5: once(() => z.object({ h5_url: z.url() })),
};
type Way = keyof typeof shownBy;
const isWay = (way: string): way is Way => Object.hasOwn(shownBy, way);

/** 下单: by one merchant, or by several combined; the same number again is the same charge. */
export async function begin(means: WechatMeans, charge: Charge): Promise<Begun> {
  const { way, parts } = charge;
  if (!isWay(way)) throw new Error(`WeChat has no way ${way}`);
  const accounts = accountsOf(means, await keysOf(means), parts);
  const path = `/v3/${parts.length > 1 ? 'combine-transactions' : 'pay/transactions'}/${way}`;
  const body = parts.length > 1 ? combinedBody(means, charge, accounts) : singleBody(means, charge, accounts[0]);
  const said = await call(means, accounts[0], { method: 'POST', path, body });
  if (said.done) return { state: 'pending', show: show(way, said.body, { means, account: accounts[0] }) };
  if (refusing.has(said.code)) return { state: 'refused', reason: said.code };
  throw new ChannelSilent(said.code);
}

/** With whole seconds and the offset, as RFC 3339 and WeChat have it. */
const timeOf = (at: Date): string => `${at.toISOString().slice(0, 19)}+00:00`;

function singleBody({ noticeUrl }: WechatMeans, charge: Charge, { appid, mchid }: Account): object {
  return {
    appid,
    mchid,
    description: charge.description,
    out_trade_no: charge.number,
    time_expire: timeOf(charge.expiresAt),
    notify_url: noticeUrl,
    amount: { total: charge.amountFen, currency: 'CNY' },
    ...(charge.way === 'jsapi' && { payer: { openid: charge.payerAtChannel } }),
    ...sceneOf(charge),
  };
}

function combinedBody({ noticeUrl }: WechatMeans, charge: Charge, accounts: readonly [Account, ...Account[]]): object {
  return {
    combine_appid: accounts[0].appid,
    combine_mchid: accounts[0].mchid,
    combine_out_trade_no: charge.number,
    time_expire: timeOf(charge.expiresAt),
    notify_url: noticeUrl,
    sub_orders: charge.parts.map(({ number, amountFen }, n) => ({
      mchid: accounts[n]?.mchid,
      attach: charge.number,
      amount: { total_amount: amountFen, currency: 'CNY' },
      out_trade_no: number,
      description: charge.description,
    })),
    ...(charge.way === 'jsapi' && { combine_payer_info: { openid: charge.payerAtChannel } }),
    ...sceneOf(charge),
  };
}

/** A browser's payment is bound to the address that it came from. */
const sceneOf = ({ way, payerAddress }: Charge): object =>
  way === 'h5' ? { scene_info: { payer_client_ip: payerAddress, h5_info: { type: 'Wap' } } } : {};

function show(way: Way, body: unknown, { means, account }: { means: WechatMeans; account: Account }): Shown {
  if (way === 'native') return { kind: 'code', code: readBy(shownBy.native(), body).code_url };
  if (way === 'h5') return { kind: 'page', url: readBy(shownBy.h5(), body).h5_url };
  const told = `prepay_id=${readBy(shownBy.jsapi(), body).prepay_id}`;
  const [timeStamp, nonceStr] = [String(Math.floor(means.now().getTime() / 1000)), means.newNonce()];
  const paySign = signedBy(account, account.appid, timeStamp, nonceStr, told);
  return {
    kind: 'call',
    parameters: { appId: account.appid, timeStamp, nonceStr, package: told, signType: 'RSA', paySign },
  };
}
