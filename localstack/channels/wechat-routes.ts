import * as z from 'zod';
import type { Heard, ProtocolMeans } from './protocol.ts';
import type { Placing, Till } from './till.ts';
import { chargeWords, refundWords } from './wechat-words.ts';

/** What a route is asked with: who has signed, and how WeChat keeps what it knows. */
export interface Asking {
  heard: Heard;
  mchid: string;
  till: Till;
  statements: ProtocolMeans['statements'];
  now: Date;
  /** Where the payer's pages are. */
  address: string;
  refundState: ProtocolMeans['refundState'];
  tell: ProtocolMeans['tell'];
}

export type Answer = [status: number, body?: object];

const order = { time_expire: z.coerce.date(), notify_url: z.url(), description: z.string().min(1) };
const scene = z.object({ payer_client_ip: z.string().min(1), h5_info: z.object({ type: z.string() }) });
const fen = z.int().min(1);
const ways = {
  native: z.object({}),
  jsapi: z.object({ payer: z.object({ openid: z.string().min(1) }) }),
  h5: z.object({ scene_info: scene }),
};
const combinedWays = { ...ways, jsapi: z.object({ combine_payer_info: z.object({ openid: z.string().min(1) }) }) };

const single = z
  .object({ ...order, appid: z.string(), mchid: z.string(), out_trade_no: z.string().min(6).max(32) })
  .extend({ amount: z.object({ total: fen, currency: z.literal('CNY') }) });
const sub = z.object({ mchid: z.string(), out_trade_no: z.string().min(6).max(32), attach: z.string().min(1) });
const combined = z.object({
  combine_appid: z.string(),
  combine_mchid: z.string(),
  combine_out_trade_no: z.string().max(32),
  time_expire: order.time_expire,
  notify_url: order.notify_url,
  sub_orders: z
    .array(sub.extend({ description: z.string(), amount: z.object({ total_amount: fen, currency: z.string() }) }))
    .min(2)
    .max(10),
});
const refund = z.object({
  out_trade_no: z.string(),
  out_refund_no: z.string().max(64),
  notify_url: z.url().optional(),
  amount: z.object({ refund: fen, total: fen, currency: z.literal('CNY') }),
});

const refused = (status: number, code: string): Answer => [status, { code, message: code }];

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isWay = (way: string): way is keyof typeof ways => Object.hasOwn(ways, way);

/** 下单: `/v3/pay/transactions/{way}` and `/v3/combine-transactions/{way}`. */
export function place({ heard, mchid, till, address }: Asking): Answer {
  const way = heard.url.pathname.split('/').at(-1) ?? '';
  const isCombined = heard.url.pathname.startsWith('/v3/combine');
  if (!isWay(way)) return refused(404, 'RESOURCE_NOT_EXISTS');
  const body = json(heard.body);
  const wish = isCombined ? combinedWish(body) : singleWish(body);
  const isWhole = (isCombined ? combinedWays : ways)[way].safeParse(body).success;
  if (!wish || !isWhole) return refused(400, 'PARAM_ERROR');
  if (wish.said['mchid'] !== mchid) return refused(403, 'NO_AUTH');
  const held = till.place(wish);
  if (held.state !== 'open') return refused(400, held.state === 'paid' ? 'ORDERPAID' : 'ORDER_CLOSED');
  const page = `${address}/pay/${held.token}`;
  if (way === 'native') return [200, { code_url: page }];
  return way === 'h5' ? [200, { h5_url: page }] : [200, { prepay_id: held.token }];
}

function singleWish(body: unknown): Placing | undefined {
  const read = single.safeParse(body);
  if (!read.success) return undefined;
  const { out_trade_no: number, mchid, appid, amount, time_expire, notify_url } = read.data;
  const shares = [{ number, merchant: mchid, amountFen: amount.total }];
  const about = { channel: 'wechat', number, expiresAt: time_expire, noticeUrl: notify_url, returnUrl: '' } as const;
  return { ...about, shares, said: { appid, mchid } };
}

function combinedWish(body: unknown): Placing | undefined {
  const read = combined.safeParse(body);
  if (!read.success) return undefined;
  const { combine_out_trade_no: number, time_expire, notify_url, sub_orders } = read.data;
  const shares = sub_orders.map(({ out_trade_no, mchid, amount }) => ({
    number: out_trade_no,
    merchant: mchid,
    amountFen: amount.total_amount,
  }));
  const about = { channel: 'wechat', number, expiresAt: time_expire, noticeUrl: notify_url, returnUrl: '' } as const;
  return { ...about, shares, said: { appid: read.data.combine_appid, mchid: read.data.combine_mchid } };
}

/** 查单 and 关单, by the order's number. */
export function lookUp({ heard, till }: Asking): Answer {
  const [, number = '', act] = /out-trade-no\/([^/]+)(\/close)?$/.exec(heard.url.pathname) ?? [];
  const held = till.found('wechat', number);
  if (!held) return refused(404, 'ORDER_NOT_EXIST');
  if (!act) return [200, chargeWords(held, till)];
  if (held.state === 'paid') return refused(400, 'ORDERPAID');
  till.close(held);
  return [204];
}

/** 退款 and its query. An order of several is known by the number of each. */
export function giveBack({ heard, mchid, till, refundState, tell }: Asking): Answer {
  if (heard.method === 'GET') {
    const known = till.refundOf('wechat', heard.url.pathname.split('/').at(-1) ?? '');
    return known ? [200, refundWords(known)] : refused(404, 'RESOURCE_NOT_EXISTS');
  }
  const read = refund.safeParse(json(heard.body));
  if (!read.success) return refused(400, 'PARAM_ERROR');
  const { out_trade_no, out_refund_no: number, amount, notify_url: noticeUrl = '' } = read.data;
  const held = till.byShare('wechat', out_trade_no);
  const share = held?.shares.find((one) => one.number === out_trade_no);
  if (!held || !share || share.merchant !== mchid) return refused(404, 'RESOURCE_NOT_EXISTS');
  if (amount.total !== share.amountFen) return refused(400, 'PARAM_ERROR');
  const isNew = !till.refundOf('wechat', number);
  const made = till.refund(held, { number, share, amountFen: amount.refund, noticeUrl, said: {} });
  if (!made) return refused(403, 'NOT_ENOUGH');
  if (isNew) made.state = refundState();
  if (isNew && made.state !== 'pending') tell({ held, refund: made });
  return [200, refundWords(made)];
}
