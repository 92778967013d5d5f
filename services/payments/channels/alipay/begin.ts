import * as z from 'zod';
import { once } from '#shared/once';
import type { Begun } from '../../domain/order/channel-words.ts';
import { beijingTime } from '../beijing.ts';
import { ChannelSilent, type Charge } from '../channel.ts';
import { keysOf } from '../means.ts';
import { yuanOf } from '../yuan.ts';
import { call, fieldsOf, gateway, type Wish } from './call.ts';
import { accountFor, type AlipayMeans } from './keys.ts';

const ways = {
  page: { method: 'alipay.trade.page.pay', product: 'FAST_INSTANT_TRADE_PAY' },
  wap: { method: 'alipay.trade.wap.pay', product: 'QUICK_WAP_WAY' },
  precreate: { method: 'alipay.trade.precreate', product: 'QR_CODE_OFFLINE' },
} as const;
const isWay = (way: string): way is keyof typeof ways => Object.hasOwn(ways, way);

const code = once(() => z.object({ qr_code: z.string().min(1), out_trade_no: z.string() }));

/** Codes that say for certain that nothing has come of it. Of any other nothing is concluded. */
const refusing = /^(ACQ\.(INVALID_PARAMETER|ACCESS_FORBIDDEN|PARTNER_ERROR|TOTAL_FEE_EXCEED)|isv\..*)$/;

/**
 * 下单. A page is an address that we sign: Alipay hears of the charge when the payer opens it, and takes no payment of it
 * after its time. The same number again is the same charge.
 */
export async function begin(means: AlipayMeans, charge: Charge): Promise<Begun> {
  const { way, number, parts } = charge;
  if (!isWay(way)) throw new Error(`Alipay has no way ${way}`);
  const account = accountFor(means, await keysOf(means), parts);
  const { method, product } = ways[way];
  const wish: Wish = {
    method,
    about: {
      out_trade_no: number,
      total_amount: yuanOf(charge.amountFen),
      subject: charge.description,
      product_code: product,
      time_expire: beijingTime(charge.expiresAt),
    },
    places: {
      notify_url: means.noticeUrl,
      ...(way !== 'precreate' && means.returnUrl && { return_url: means.returnUrl }),
    },
  };
  if (way !== 'precreate') {
    const url = gateway(means);
    url.search = new URLSearchParams(fieldsOf(wish, account, means.now())).toString();
    return { state: 'pending', show: { kind: 'page', url: url.href } };
  }
  const said = await call(means, account, wish);
  if (!said.done && refusing.test(said.code)) return { state: 'refused', reason: said.code };
  const read = code().safeParse(said.done ? said.body : undefined);
  if (read.data?.out_trade_no !== number) throw new ChannelSilent('no code');
  return { state: 'pending', show: { kind: 'code', code: read.data.qr_code } };
}
