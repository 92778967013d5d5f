import type { Begun } from '../../domain/order/channel-words.ts';
import { beijingDigits } from '../beijing.ts';
import { ChannelSilent, type Charge } from '../channel.ts';
import { keysOf } from '../means.ts';
import { call } from './call.ts';
import { accountFor, type UnionpayMeans } from './keys.ts';
import { signedFields } from './sign.ts';

const ways = {
  page: { txnSubType: '01', bizType: '000201', channelType: '07' },
  wap: { txnSubType: '01', bizType: '000201', channelType: '08' },
  qr: { txnSubType: '07', bizType: '000000', channelType: '08' },
} as const;
const isWay = (way: string): way is keyof typeof ways => Object.hasOwn(ways, way);

/** Codes that say for certain that nothing has come of it: what was sent was wrong, or the merchant may not. */
const refusing = new Set(['10', '11', '13', '31', '32', '33']);

/**
 * 消费. A page is a form that we sign and the payer's browser sends: UnionPay hears of the charge then, and takes no payment of
 * it after its time. The same number with the same time is the same charge.
 */
export async function begin(means: UnionpayMeans, charge: Charge): Promise<Begun> {
  const { way, number, parts } = charge;
  if (!isWay(way)) throw new Error(`UnionPay has no way ${way}`);
  const account = accountFor(means, await keysOf(means), parts);
  const fields = {
    ...ways[way],
    txnType: '01',
    orderId: number,
    txnTime: beijingDigits(charge.begunAt),
    txnAmt: String(charge.amountFen),
    currencyCode: '156',
    payTimeout: beijingDigits(charge.expiresAt),
    backUrl: means.noticeUrl,
  };
  if (way !== 'qr') {
    const signed = signedFields(account, { ...fields, frontUrl: means.returnUrl || means.base });
    const url = `${means.base}/gateway/api/frontTransReq.do`;
    return { state: 'pending', show: { kind: 'form', url, fields: signed } };
  }
  const { respCode = '', qrCode } = await call(means, account, { path: 'backTransReq.do', fields });
  if (refusing.has(respCode)) return { state: 'refused', reason: respCode };
  if (respCode !== '00' || !qrCode) throw new ChannelSilent(respCode);
  return { state: 'pending', show: { kind: 'code', code: qrCode } };
}
