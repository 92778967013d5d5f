import { randomBytes, randomInt } from 'node:crypto';
import { beijingDigits } from '../../services/payments/channels/beijing.ts';

export type ChannelName = 'wechat' | 'alipay' | 'unionpay';

/** What one merchant takes of a charge; `number` is the order's own number for it. */
export interface Share {
  number: string;
  merchant: string;
  amountFen: number;
  ref: string;
}

/** A charge as a channel keeps it. `paidFen` may be another amount than was asked, where a fault has it so. */
export interface Held {
  channel: ChannelName;
  number: string;
  shares: Share[];
  state: 'open' | 'paid' | 'closed';
  expiresAt: Date;
  noticeUrl: string;
  returnUrl: string;
  /** Whether the payer has opened its page, or scanned its code: before that some channels have not heard of it. */
  isOpened: boolean;
  /** By which the payer's page is found. */
  token: string;
  /** What the protocol must say again: the application, the time of the order. */
  said: Readonly<Record<string, string>>;
  paidAt?: Date;
  /** What the payer has paid less than asked. */
  lessFen: number;
}

export interface Refund {
  channel: ChannelName;
  number: string;
  share: Share;
  amountFen: number;
  ref: string;
  state: 'pending' | 'done' | 'failed';
  at: Date;
  noticeUrl: string;
  said: Readonly<Record<string, string>>;
}

export type Placing = Pick<Held, 'channel' | 'number' | 'expiresAt' | 'noticeUrl' | 'returnUrl' | 'said'> & {
  shares: Omit<Share, 'ref'>[];
};

export const amountOf = ({ shares, lessFen }: Pick<Held, 'shares' | 'lessFen'>): number =>
  shares.reduce((sum, { amountFen }) => sum + amountFen, 0) - lessFen;

const keyOf = (channel: ChannelName, number: string) => `${channel}/${number}`;

export type Till = ReturnType<typeof openTill>;

/** What the three channels know of charges and refunds, whichever protocol they are spoken to in. */
export function openTill(now: () => Date) {
  const charges = new Map<string, Held>();
  const tokens = new Map<string, Held>();
  // UnionPay's numbers (queryId) are a time and seven digits: its statement has no room for more.
  const newRef = (channel: ChannelName): string =>
    channel === 'unionpay'
      ? `${beijingDigits(now())}${String(randomInt(10_000_000)).padStart(7, '0')}`
      : `42${now().toISOString().slice(0, 10).replaceAll('-', '')}${randomBytes(9).toString('hex')}`;

  const found = (channel: ChannelName, number: string): Held | undefined => {
    const one = charges.get(keyOf(channel, number));
    if (one?.state === 'open' && now() >= one.expiresAt) one.state = 'closed';
    return one;
  };
  return {
    found,
    byToken: (token: string): Held | undefined => {
      const one = tokens.get(token);
      return one && found(one.channel, one.number);
    },

    all: (): Held[] => [...charges.values()],

    /** The same number again is the same charge. */
    place(wish: Placing): Held {
      const known = found(wish.channel, wish.number);
      if (known) return known;
      const token = randomBytes(12).toString('hex');
      const shares = wish.shares.map((share) => ({ ...share, ref: newRef(wish.channel) }));
      const made: Held = { ...wish, shares, token, state: 'open', isOpened: false, lessFen: 0 };
      charges.set(keyOf(made.channel, made.number), made);
      tokens.set(token, made);
      return found(made.channel, made.number) ?? made;
    },

    /** The payer pays; `late`: although it is closed, as a bank does that was slow. False where he cannot. */
    pay(one: Held, { late = false, lessFen = 0 } = {}): boolean {
      if (one.state === 'paid' || (one.state === 'closed' && !late)) return false;
      Object.assign(one, { state: 'paid', isOpened: true, paidAt: now(), lessFen });
      return true;
    },

    close(one: Held): void {
      if (one.state === 'open') one.state = 'closed';
    },

    /** The charge of which one merchant's part has this number. */
    byShare: (channel: ChannelName, number: string): Held | undefined => {
      const all = [...charges.values()].filter((one) => one.channel === channel);
      return all.find(({ shares }) => shares.some((share) => share.number === number));
    },

    /** The charge that has this number at the channel. */
    byRef: (channel: ChannelName, ref: string): Held | undefined =>
      [...charges.values()].find((one) => one.channel === channel && one.shares.some((share) => share.ref === ref)),

    ...refundBook({ now, newRef }),
  };
}

type Returning = Pick<Refund, 'number' | 'amountFen' | 'noticeUrl' | 'said'> & { share: Share };

/** What is given back of charges. */
function refundBook({ now, newRef }: { now: () => Date; newRef: (channel: ChannelName) => string }) {
  const refunds = new Map<string, Refund>();
  const backOf = (share: Share): number =>
    [...refunds.values()]
      .filter((one) => one.share === share && one.state !== 'failed')
      .reduce((sum, { amountFen }) => sum + amountFen, 0);
  return {
    refundOf: (channel: ChannelName, number: string) => refunds.get(keyOf(channel, number)),
    refunds: (): Refund[] => [...refunds.values()],
    /** What was given back of a share, in fen. */
    refundedOf: backOf,

    /** Gives back a part of what was paid, once for each number; undefined where that is more than is left. */
    refund(one: Held, wish: Returning): Refund | undefined {
      const known = refunds.get(keyOf(one.channel, wish.number));
      if (known) return known;
      if (one.state !== 'paid' || wish.amountFen > wish.share.amountFen - backOf(wish.share)) return undefined;
      const made: Refund = { ...wish, channel: one.channel, ref: newRef(one.channel), state: 'done', at: now() };
      refunds.set(keyOf(one.channel, made.number), made);
      return made;
    },
  };
}
