import * as z from 'zod';
import { once } from '#shared/once';
import type { AskedRefund, RefundStanding } from '../../domain/order/channel-words.ts';
import { ChannelSilent, type RefundAsk } from '../channel.ts';
import { keysOf } from '../means.ts';
import { yuanOf } from '../yuan.ts';
import { call } from './call.ts';
import { accountFor, type AlipayMeans } from './keys.ts';
import { money, time } from './trade.ts';

/** 退款. That it was accepted says little: it is asked at once how it stands. */
export async function refund(means: AlipayMeans, wish: RefundAsk): Promise<RefundStanding> {
  const account = accountFor(means, await keysOf(means), [wish.part]);
  const about = {
    out_trade_no: wish.part.number,
    out_request_no: wish.number,
    refund_amount: yuanOf(wish.amountFen),
    refund_reason: '退费',
  };
  const said = await call(means, account, { method: 'alipay.trade.refund', about });
  if (!said.done) return refusedBy(said.code);
  const stands = await askRefund(means, wish);
  // Asked too soon it says nothing yet.
  return stands.state === 'absent' || stands.state === 'undone' ? { state: 'pending' } : stands;
}

const told = once(() =>
  z.object({
    out_trade_no: z.string(),
    out_request_no: z.string(),
    trade_no: z.string(),
    refund_status: z.literal('REFUND_SUCCESS'),
    refund_amount: money(),
    gmt_refund_pay: time(),
  }),
);
/** Where a refund has not succeeded, be it unheard of or on its way, Alipay answers with success and says nothing of it. */
const nothing = once(() => z.object({ refund_status: z.undefined().optional() }));

/** 退款查询. */
export async function askRefund(means: AlipayMeans, wish: RefundAsk): Promise<AskedRefund> {
  const account = accountFor(means, await keysOf(means), [wish.part]);
  const about = {
    out_trade_no: wish.part.number,
    out_request_no: wish.number,
    query_options: ['gmt_refund_pay'],
  };
  const said = await call(means, account, { method: 'alipay.trade.fastpay.refund.query', about });
  if (!said.done) {
    if (said.code === 'ACQ.TRADE_NOT_EXIST') return { state: 'absent' };
    throw new ChannelSilent(said.code);
  }
  if (nothing().safeParse(said.body).success) return { state: 'undone' };
  const { data: one } = told().safeParse(said.body);
  const isAsked = one?.out_request_no === wish.number && one.out_trade_no === wish.part.number;
  if (!isAsked || one.refund_amount !== wish.amountFen) throw new ChannelSilent('of another refund');
  return { state: 'done', channelRef: `${one.trade_no}/${one.out_request_no}`, at: one.gmt_refund_pay };
}

const failing: Record<string, Extract<RefundStanding, { state: 'failed' }>['why']> = {
  'ACQ.BUYER_NOT_EXIST': 'account',
  'ACQ.BUYER_ERROR': 'account',
  // 交易完结: the time for refunds is over.
  'ACQ.TRADE_HAS_FINISHED': 'too-late',
  'ACQ.TRADE_NOT_ALLOW_REFUND': 'other',
  'ACQ.REASON_TRADE_REFUND_FEE_ERR': 'other',
  'ACQ.INVALID_PARAMETER': 'other',
};

/** Why no refund has come of it. Where the merchant has too little today, the same is asked again later. */
function refusedBy(code: string): RefundStanding {
  if (code === 'ACQ.SELLER_BALANCE_NOT_ENOUGH') return { state: 'pending' };
  const why = failing[code];
  if (why) return { state: 'failed', why };
  throw new ChannelSilent(code);
}
