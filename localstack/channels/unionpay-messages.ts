import { deflateSync } from 'node:zlib';
import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { beijingDigits, beijingIn } from '../../services/payments/channels/beijing.ts';
import type { ProtocolMeans } from './protocol.ts';
import { settleDayOf } from './settle-day.ts';
import { unionpayFile } from './statements/unionpay-file.ts';
import { amountOf, type Held, type Refund } from './till.ts';

type Fields = Record<string, string>;
type Means = Pick<ProtocolMeans, 'now' | 'till' | 'statements' | 'address' | 'refundState' | 'tell'>;

const time = z.string().transform((text, context) => beijingIn(text) ?? (context.addIssue('no time'), z.NEVER));
const fen = z
  .string()
  .regex(/^[1-9]\d{0,11}$/)
  .transform(Number);
const order = z.object({
  merId: z.string(),
  orderId: z.string().regex(/^[0-9A-Za-z]{8,40}$/),
  txnTime: z.string().regex(/^\d{14}$/),
  txnAmt: fen,
  currencyCode: z.literal('156'),
  payTimeout: time,
  backUrl: z.url(),
  frontUrl: z.string().default(''),
});
const back = z.object({
  orderId: z.string(),
  txnTime: z.string(),
  txnAmt: fen,
  origQryId: z.string(),
  backUrl: z.url(),
});

/** What a page or a code is for; undefined where it is not a whole order. */
export function place(fields: Fields, { till }: Means): Held | undefined {
  const read = order.safeParse(fields);
  if (!read.success) return undefined;
  const { merId: merchant, orderId: number, txnTime, txnAmt: amountFen, payTimeout, backUrl, frontUrl } = read.data;
  const shares = [{ number, merchant, amountFen }];
  const places = { noticeUrl: backUrl, returnUrl: frontUrl };
  return till.place({ channel: 'unionpay', number, expiresAt: payTimeout, ...places, shares, said: { txnTime } });
}

/** A code for an order (申请消费二维码). */
export function makeCode(fields: Fields, means: Means): Fields {
  const held = place(fields, means);
  if (!held) return { respCode: '10', respMsg: '报文格式错误' };
  if (held.state !== 'open') return { respCode: '12', respMsg: '重复交易' };
  return { respCode: '00', respMsg: '成功', qrCode: `${means.address()}/pay/${held.token}` };
}

/** 退货, by the number that the payment has at UnionPay. */
export function giveBack(fields: Fields, means: Means): Fields {
  const { data: wish } = back.safeParse(fields);
  const held = wish && means.till.byRef('unionpay', wish.origQryId);
  const share = held?.shares[0];
  if (!wish) return { respCode: '10', respMsg: '报文格式错误' };
  if (!held || !share || share.merchant !== fields['merId']) return { respCode: '35', respMsg: '原交易不存在' };
  const { orderId: number, txnAmt: amountFen, backUrl: noticeUrl, txnTime } = wish;
  if (means.till.refundOf('unionpay', number)) return { respCode: '12', respMsg: '重复交易' };
  const made = means.till.refund(held, { number, share, amountFen, noticeUrl, said: { txnTime } });
  if (!made) return { respCode: '36', respMsg: '与原交易信息不符' };
  made.state = means.refundState();
  if (made.state === 'done') means.tell({ held, refund: made });
  return { respCode: '00', respMsg: '成功', queryId: made.ref };
}

/** 交易状态查询, of a payment or of a refund. Of an order that nobody has opened it has never heard. */
export function query({ orderId = '', txnTime = '' }: Fields, { till }: Means): Fields {
  const refund = till.refundOf('unionpay', orderId);
  if (refund?.said['txnTime'] === txnTime) return { respCode: '00', ...refundFields(refund) };
  const held = till.found('unionpay', orderId);
  if (!held?.isOpened || held.said['txnTime'] !== txnTime) return { respCode: '34', respMsg: '查无此交易' };
  if (held.state === 'open') return { respCode: '00', origRespCode: '05' };
  return { respCode: '00', ...(held.state === 'paid' ? paidFields(held) : { origRespCode: '39' }) };
}

const traceOf = (at: Date): string => beijingDigits(at).slice(4);
const settleDateOf = (at: Date): string => settleDayOf(at).slice(5).replace('-', '');
const money = { currencyCode: '156', settleCurrencyCode: '156' };

export function paidFields(held: Held): Fields {
  const at = held.paidAt ?? held.expiresAt;
  return {
    ...money,
    origRespCode: '00',
    queryId: held.shares[0]?.ref ?? '',
    txnAmt: String(amountOf(held)),
    traceTime: traceOf(at),
    settleDate: settleDateOf(at),
  };
}

export function refundFields({ ref, amountFen, at, state }: Refund): Fields {
  const code = { pending: '05', done: '00', failed: '61' }[state];
  const times = { traceTime: traceOf(at), settleDate: settleDateOf(at) };
  return { ...money, origRespCode: code, queryId: ref, txnAmt: String(amountFen), ...times };
}

/** 文件传输 (76/01): the statement of a day of clearing, packed within the answer. */
export function handOver({ merId: merchant = '', settleDate = '', txnType, txnSubType }: Fields, means: Means): Fields {
  if (txnType !== '76' || txnSubType !== '01' || !/^\d{4}$/.test(settleDate)) return { respCode: '10' };
  const day = lastDayAs(settleDate, means.now());
  const which = { channel: 'unionpay', merchant, day } as const;
  const found = means.statements.of(which);
  if (!found) return { respCode: '98', respMsg: '文件不存在' };
  const zip = unionpayFile(which, found.rows);
  const sent = means.statements.isBroken('unionpay') ? zip.subarray(0, -40) : zip;
  const fileContent = deflateSync(sent).toString('base64');
  return { respCode: '00', fileName: `${merchant}_${day.replaceAll('-', '')}.zip`, fileContent };
}

/** The last day that is written so: it has no year. */
function lastDayAs(settleDate: string, now: Date): string {
  const [today, year] = [dayOf(now), Number(dayOf(now).slice(0, 4))];
  const day = `${year}-${settleDate.slice(0, 2)}-${settleDate.slice(2)}`;
  return day <= today ? day : `${year - 1}${day.slice(4)}`;
}
