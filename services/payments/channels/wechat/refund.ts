import * as z from 'zod';
import { once } from '#shared/once';
import type { RefundStanding } from '../../domain/order/channel-words.ts';
import { ChannelSilent, type RefundAsk } from '../channel.ts';
import { keysOf } from '../means.ts';
import { call, readBy } from './call.ts';
import { accountsOf, type WechatMeans } from './keys.ts';

const told = once(() =>
  z.object({
    out_refund_no: z.string(),
    out_trade_no: z.string(),
    refund_id: z.string(),
    status: z.enum(['SUCCESS', 'CLOSED', 'PROCESSING', 'ABNORMAL']),
    success_time: z.iso.datetime({ offset: true }).optional(),
    amount: z.object({ refund: z.int() }),
  }),
);

/** 退款, from the merchant of the part. The number is ours and stable: a new one would pay twice. */
export async function refund(means: WechatMeans, wish: RefundAsk): Promise<RefundStanding> {
  const [account] = accountsOf(means, await keysOf(means), [wish.part]);
  const body = {
    out_trade_no: wish.part.number,
    out_refund_no: wish.number,
    notify_url: means.noticeUrl,
    amount: { refund: wish.amountFen, total: wish.part.amountFen, currency: 'CNY' },
  };
  const said = await call(means, account, { method: 'POST', path: '/v3/refund/domestic/refunds', body });
  return said.done ? standingIn(said.body, wish) : refusedBy(said);
}

/** 查询单笔退款. */
export async function askRefund(means: WechatMeans, wish: RefundAsk): Promise<RefundStanding> {
  const [account] = accountsOf(means, await keysOf(means), [wish.part]);
  const path = `/v3/refund/domestic/refunds/${wish.number}`;
  const said = await call(means, account, { method: 'GET', path });
  if (said.done) return standingIn(said.body, wish);
  if (said.code === 'RESOURCE_NOT_EXISTS') return { state: 'absent' };
  throw new ChannelSilent(said.code);
}

/** Accepted is not refunded: done only by `SUCCESS`. */
function standingIn(body: unknown, { number, part, amountFen }: RefundAsk): RefundStanding {
  const one = readBy(told(), body);
  const isAsked = one.out_refund_no === number && one.out_trade_no === part.number && one.amount.refund === amountFen;
  if (!isAsked) throw new ChannelSilent('of another refund');
  if (one.status === 'PROCESSING') return { state: 'pending' };
  // 退款异常: the payer's card is closed or blocked, so it must reach him another way.
  if (one.status === 'ABNORMAL') return { state: 'failed', why: 'account' };
  if (one.status === 'CLOSED') return { state: 'failed', why: 'other' };
  if (!one.success_time) throw new ChannelSilent('no time');
  return { state: 'done', channelRef: one.refund_id, at: new Date(one.success_time) };
}

const failing: Record<string, Extract<RefundStanding, { state: 'failed' }>['why']> = {
  USER_ACCOUNT_ABNORMAL: 'account',
  TRADE_OVERDUE: 'too-late',
  MCH_NOT_EXISTS: 'other',
  NO_AUTH: 'other',
  PARAM_ERROR: 'other',
};

/** Why no refund has come of it. Where the merchant has too little today, the same is asked again later. */
function refusedBy({ code, message }: { code: string; message: string }): RefundStanding {
  if (code === 'NOT_ENOUGH') return { state: 'pending' };
  const why = failing[code] ?? (code === 'INVALID_REQUEST' ? wordsOf(message) : undefined);
  if (why) return { state: 'failed', why };
  throw new ChannelSilent(code);
}

/** One code for several reasons; only the words tell that the year is over (退款期限 365 天). */
const wordsOf = (message: string) => (/期限|超过.*天/.test(message) ? 'too-late' : 'other');
