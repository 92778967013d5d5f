import type { RefundStanding } from '../../domain/order/channel-words.ts';
import { beijingDigits } from '../beijing.ts';
import { ChannelSilent, type RefundAsk } from '../channel.ts';
import { keysOf } from '../means.ts';
import { gone, isDone, isUndecided, query } from './ask.ts';
import { call } from './call.ts';
import { accountFor, type UnionpayMeans } from './keys.ts';

type Failed = Extract<RefundStanding, { state: 'failed' }>;

const failing: Record<string, Failed['why']> = {
  '10': 'other',
  '13': 'other',
  '31': 'other',
  '32': 'other',
  '33': 'other',
  '35': 'other',
  '36': 'other',
  '39': 'too-late',
  '61': 'account',
  '63': 'account',
};

/** 退货. Its number with its time is what makes it one: sent again it is `12`, and stands as it did. */
export async function refund(means: UnionpayMeans, wish: RefundAsk): Promise<RefundStanding> {
  const account = accountFor(means, await keysOf(means), [wish.part]);
  const fields = {
    txnType: '04',
    txnSubType: '00',
    bizType: '000201',
    channelType: '07',
    orderId: wish.number,
    txnTime: beijingDigits(wish.wantedAt),
    txnAmt: String(wish.amountFen),
    origQryId: wish.channelRef,
    backUrl: means.noticeUrl,
  };
  const { respCode = '' } = await call(means, account, { path: 'backTransReq.do', fields });
  const why = failing[respCode];
  if (why) return { state: 'failed', why };
  if (respCode !== '00' && respCode !== '12' && !isUndecided(respCode)) throw new ChannelSilent(respCode);
  const stands = await askRefund(means, wish);
  return stands.state === 'absent' ? { state: 'pending' } : stands;
}

export async function askRefund(means: UnionpayMeans, wish: RefundAsk): Promise<RefundStanding> {
  const account = accountFor(means, await keysOf(means), [wish.part]);
  const { code, said } = await query(means, account, { number: wish.number, at: wish.wantedAt });
  if (code === undefined) return { state: 'absent' };
  if (isUndecided(code)) return { state: 'pending' };
  if (!isDone(code)) return { state: 'failed', why: failing[code] ?? 'other' };
  const { data: one } = gone().safeParse(said);
  if (one?.amountFen !== wish.amountFen) throw new ChannelSilent('of another refund');
  const { channelRef, at, day } = one;
  return { state: 'done', channelRef, at, ...(day && { day }) };
}
