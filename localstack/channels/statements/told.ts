import { dayOf } from '#shared/calendar';
import { settleDayOf } from '../settle-day.ts';
import type { ChannelName, Held, Till } from '../till.ts';

/** What a channel says of one charge or refund in its statement of a day. */
export interface Told {
  direction: 'in' | 'out';
  number: string;
  /** Of a refund: the number of the charge, and the channel's own. */
  of?: { number: string; ref: string };
  ref: string;
  /** The merchant's number there. */
  merchant: string;
  amountFen: number;
  feeFen: number;
  currency: string;
  status: 'done' | 'pending';
  at: Date;
  name: string;
  /** Its line cannot be read. */
  isSpoilt?: boolean;
}

export interface Which {
  channel: ChannelName;
  merchant: string;
  day: string;
}

/** 0.60 %, rounded to a fen, half of it up. */
export const feeOf = (amountFen: number): number => Math.round((amountFen * 60) / 10_000);

const dayAt = (channel: ChannelName, at: Date): string => (channel === 'unionpay' ? settleDayOf(at) : dayOf(at));

/** What a merchant has taken and given back on a day of the channel, as its till has it, the oldest first. */
export function toldOf(till: Till, { channel, merchant, day }: Which): Told[] {
  const charges = till.all().filter((one) => one.channel === channel && one.state === 'paid');
  const refunds = till.refunds().filter((one) => one.channel === channel && one.state === 'done');
  return [
    ...charges.flatMap(chargesOf),
    ...refunds.map(({ number, share, amountFen, ref, at }): Told => {
      const of = { number: share.number, ref: share.ref };
      // WeChat alone gives its fee back with the money.
      const feeFen = channel === 'wechat' ? 0 - feeOf(amountFen) : 0;
      return { ...same, direction: 'out', number, of, ref, merchant: share.merchant, amountFen, feeFen, at };
    }),
  ]
    .filter((one) => one.merchant === merchant && dayAt(channel, one.at) === day)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.number < b.number ? -1 : 1));
}

const same = { currency: 'CNY', status: 'done', name: '政务服务缴费' } as const;

function chargesOf({ shares, lessFen, paidAt, expiresAt }: Held): Told[] {
  return shares.map(({ number, merchant, amountFen: asked, ref }, n) => {
    const amountFen = asked - (n === 0 ? lessFen : 0);
    const at = paidAt ?? expiresAt;
    return { ...same, direction: 'in', number, ref, merchant, amountFen, feeFen: feeOf(amountFen), at };
  });
}
