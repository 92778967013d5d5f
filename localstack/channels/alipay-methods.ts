import * as z from 'zod';
import { beijingIn, beijingTime } from '../../services/payments/channels/beijing.ts';
import { fenOf, yuanOf } from '../../services/payments/channels/yuan.ts';
import { appOf } from './alipay-house.ts';
import type { ProtocolMeans } from './protocol.ts';
import { alipayBill } from './statements/alipay-bill.ts';
import { amountOf, type Held, type Refund } from './till.ts';

/** What a method is asked with: who has signed, what it is about, and where notices go. */
export interface Asking extends Pick<
  ProtocolMeans,
  'now' | 'till' | 'statements' | 'address' | 'refundState' | 'tell'
> {
  merchant: string;
  about: unknown;
  fields: Record<string, string>;
}

export type Answer = Record<string, unknown>;

const done = { code: '10000', msg: 'Success' };
const refused = (sub: string): Answer => ({ code: '40004', msg: 'Business Failed', sub_code: sub, sub_msg: sub });

const time = z.string().transform((text, context) => beijingIn(text) ?? (context.addIssue('no time'), z.NEVER));
const fen = z.string().transform((text, context) => fenOf(text) ?? (context.addIssue('no amount'), z.NEVER));
const order = z.object({
  out_trade_no: z.string().min(1).max(64),
  total_amount: fen,
  subject: z.string().min(1),
  product_code: z.string().min(1),
  time_expire: time,
});
const named = z.object({ out_trade_no: z.string() });
const back = z.object({ out_trade_no: z.string(), out_request_no: z.string(), refund_amount: fen });

/** What a page or a code is for; undefined where it is not a whole order. */
export function place({ merchant, about, fields, till }: Asking): Held | undefined {
  const read = order.safeParse(about);
  if (!read.success) return undefined;
  const { out_trade_no: number, total_amount: amountFen, time_expire: expiresAt } = read.data;
  const places = { noticeUrl: fields['notify_url'] ?? '', returnUrl: fields['return_url'] ?? '' };
  const shares = [{ number, merchant, amountFen }];
  return till.place({ channel: 'alipay', number, expiresAt, ...places, shares, said: {} });
}

function precreate(asking: Asking): Answer {
  const held = place(asking);
  if (!held) return refused('ACQ.INVALID_PARAMETER');
  if (held.state !== 'open') return refused(held.state === 'paid' ? 'ACQ.TRADE_HAS_SUCCESS' : 'ACQ.TRADE_HAS_CLOSE');
  return { ...done, out_trade_no: held.number, qr_code: `${asking.address()}/pay/${held.token}` };
}

/** A trade begins when the payer opens its page, or scans its code. */
function tradeOf({ about, till, merchant }: Asking): Held | undefined {
  const { data } = named.safeParse(about);
  const held = data && till.found('alipay', data.out_trade_no);
  return held?.isOpened && held.shares[0]?.merchant === merchant ? held : undefined;
}

/** How a trade stands, in Alipay's words. */
export function statusOf(held: Held, till: Asking['till']): string {
  const isWholeBack = held.shares.every((share) => till.refundedOf(share) === share.amountFen);
  if (held.state === 'open') return 'WAIT_BUYER_PAY';
  return held.state === 'closed' || isWholeBack ? 'TRADE_CLOSED' : 'TRADE_SUCCESS';
}

function query(asking: Asking): Answer {
  const held = tradeOf(asking);
  if (!held) return refused('ACQ.TRADE_NOT_EXIST');
  return {
    ...done,
    trade_no: held.shares[0]?.ref,
    out_trade_no: held.number,
    trade_status: statusOf(held, asking.till),
    total_amount: yuanOf(amountOf(held)),
    ...(held.paidAt && { send_pay_date: beijingTime(held.paidAt) }),
  };
}

function close(asking: Asking): Answer {
  const held = tradeOf(asking);
  if (!held) return refused('ACQ.TRADE_NOT_EXIST');
  if (held.state === 'paid') return refused('ACQ.TRADE_STATUS_ERROR');
  asking.till.close(held);
  return { ...done, out_trade_no: held.number };
}

function refund(asking: Asking): Answer {
  const [held, { data: wish }] = [tradeOf(asking), back.safeParse(asking.about)];
  const share = held?.shares[0];
  if (!held || !share) return refused('ACQ.TRADE_NOT_EXIST');
  if (!wish) return refused('ACQ.INVALID_PARAMETER');
  const { out_request_no: number, refund_amount: amountFen } = wish;
  const isNew = !asking.till.refundOf('alipay', number);
  // A closed account is known at once, and nothing is kept of the refund then.
  const state = isNew ? asking.refundState() : 'done';
  if (isNew && isFinished(held, asking.now())) return refused('ACQ.TRADE_HAS_FINISHED');
  if (state === 'failed') return refused('ACQ.BUYER_NOT_EXIST');
  const { noticeUrl } = held;
  const made = asking.till.refund(held, { number, share, amountFen, noticeUrl, said: {} });
  if (!made) return refused('ACQ.REASON_TRADE_REFUND_FEE_ERR');
  made.state = isNew ? state : made.state;
  if (isNew && state === 'done') asking.tell({ held, refund: made });
  return {
    ...done,
    trade_no: share.ref,
    out_trade_no: held.number,
    fund_change: isNew && state === 'done' ? 'Y' : 'N',
  };
}

/** 交易完结: a year after it was paid nothing of it goes back any more. */
const isFinished = ({ paidAt }: Held, now: Date): boolean =>
  paidAt !== undefined && now.getTime() - paidAt.getTime() > 365 * 86_400_000;

function askRefund(asking: Asking): Answer {
  const [held, { data: wish }] = [tradeOf(asking), back.omit({ refund_amount: true }).safeParse(asking.about)];
  if (!held || !wish) return refused('ACQ.TRADE_NOT_EXIST');
  const found = asking.till.refundOf('alipay', wish.out_request_no);
  if (found?.state !== 'done') return done;
  const { number, share, amountFen, at } = found;
  return {
    ...done,
    trade_no: share.ref,
    out_trade_no: held.number,
    out_request_no: number,
    refund_status: 'REFUND_SUCCESS',
    refund_amount: yuanOf(amountFen),
    total_amount: yuanOf(share.amountFen),
    gmt_refund_pay: beijingTime(at),
  };
}

/** The bill of a day before today. */
function billAddress({ merchant, about, statements, address }: Asking): Answer {
  const read = z.object({ bill_type: z.literal('trade'), bill_date: z.iso.date() }).safeParse(about);
  if (!read.success) return refused('isp.invalid-arguments');
  const which = { channel: 'alipay', merchant, day: read.data.bill_date } as const;
  const found = statements.of(which);
  if (!found) return refused('isp.bill_not_exist');
  const bytes = Buffer.from(alipayBill(which, found.rows, found.offFen));
  const token = statements.link('alipay', statements.isBroken('alipay') ? bytes.subarray(0, -40) : bytes);
  return { ...done, bill_download_url: `${address()}/downloadBillFile.resource?bizType=trade&fileId=${token}` };
}

export const methods: Readonly<Record<string, (asking: Asking) => Answer>> = {
  'alipay.trade.precreate': precreate,
  'alipay.trade.query': query,
  'alipay.trade.close': close,
  'alipay.trade.refund': refund,
  'alipay.trade.fastpay.refund.query': askRefund,
  'alipay.data.dataservice.bill.downloadurl.query': billAddress,
};

/** What a notice says. */
export function noticeFields({ held, refund }: { held: Held; refund?: Refund }, till: Asking['till'], now: Date) {
  const [share] = held.shares;
  const merchant = share?.merchant ?? '';
  return {
    notify_time: beijingTime(now),
    notify_type: 'trade_status_sync',
    notify_id: `${held.token}${refund?.number ?? ''}`,
    app_id: appOf(merchant),
    charset: 'utf-8',
    version: '1.0',
    trade_no: share?.ref ?? '',
    out_trade_no: share?.number ?? '',
    seller_id: merchant,
    trade_status: statusOf(held, till),
    total_amount: yuanOf(amountOf(held)),
    subject: '政务服务缴费',
    ...(held.paidAt && { gmt_payment: beijingTime(held.paidAt) }),
    ...(refund && {
      out_biz_no: refund.number,
      refund_fee: yuanOf(refund.amountFen),
      gmt_refund: `${beijingTime(refund.at)}.000`,
    }),
  };
}
