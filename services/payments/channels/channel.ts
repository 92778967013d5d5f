import type { Reply, Sent } from '#shared/route';
import type { AskedRefund, Begun, RefundStanding, Standing } from '../domain/order/channel-words.ts';

/** One merchant's share of a charge. `number` is its own number there (子单商户订单号), that of the charge where there is one part. */
export interface Part {
  number: string;
  /** Key of the merchant: `treasury`, `fiscal`, or the payee's own. */
  merchant: string;
  amountFen: number;
}

/** What a channel is asked for. `number` (商户订单号, 32 hexadecimal digits) is the attempt's and is never used for another charge. */
export interface Charge {
  number: string;
  /** Shown to the payer; nothing personal. */
  description: string;
  /** More than one only where the channel combines that many. */
  parts: readonly Part[];
  amountFen: number;
  expiresAt: Date;
  /** One of the channel's `ways`. */
  way: string;
  /** When the attempt began; the same each time it is asked about. */
  begunAt: Date;
  /** The address from which the payer calls, where the way needs it (H5); not kept. */
  payerAddress?: string;
  /** The payer's id at the channel, where the way needs it (JSAPI: openid); not kept. */
  payerAtChannel?: string;
}

/** What is asked back of a charge that is paid. */
export interface RefundAsk {
  /** 商户退款单号, 32 hexadecimal digits. Asked for again under the same number it is the same refund, never a second. */
  number: string;
  charge: Pick<Charge, 'number' | 'parts' | 'amountFen'>;
  /** Whose share it comes from, and the charge's own number at the channel. */
  part: Part;
  channelRef: string;
  amountFen: number;
  /** When it was first wanted; the same each time it is asked for. */
  wantedAt: Date;
}

/**
 * One way to take money. Each call throws `ChannelSilent` where no readable, rightly signed answer came: then nothing is known,
 * and nothing may be concluded. Everything else throws as a fault of ours.
 */
export interface Channel {
  key: string;
  ways: readonly string[];
  /** The ways that need the payer's id at the channel. */
  needsPayer?: readonly string[];
  /** The most merchants that one act of the payer can pay; 1 where it cannot be combined. */
  mostParts: number;
  begin(charge: Charge): Promise<Begun>;
  ask(charge: Asked): Promise<Standing>;
  /** Closes a charge that is not paid; the answer says how it stands after that. */
  close(charge: Asked): Promise<Standing>;
  refund(ask: RefundAsk): Promise<RefundStanding>;
  askRefund(ask: RefundAsk): Promise<AskedRefund>;
  /** Whether it can take money for all of these merchants: absent where it always can. Without keys it takes none. */
  takes?(merchants: readonly string[]): Promise<boolean>;
  /** The merchants that it writes statements for; absent where it writes none. */
  merchants?: readonly string[];
  /** 对账单: what it has taken and given back for a merchant on one of its days, as the file that it writes of it. */
  statement?(wish: StatementWish): Promise<GivenStatement | NotThere>;
  /** Reads what the channel says of its own accord, and proves it by its signature; absent where it never does. */
  readNotice?(sent: Pick<Sent, 'headers' | 'bytes'>): Promise<Notice>;
}

/** One merchant, by our key, and one accounting day of the channel, yyyy-mm-dd. */
export interface StatementWish {
  merchant: string;
  day: string;
}

/** The file as the channel gives it. Reading it throws `ChannelSilent` where it turns out not to be whole: then nothing of it counts. */
export interface GivenStatement {
  bytes: AsyncIterable<Uint8Array>;
}

/** It is being made, or the channel knows of none. Neither is an empty day. */
export type NotThere = 'not-yet' | 'none';

export type Asked = Pick<Charge, 'number' | 'parts' | 'begunAt' | 'expiresAt'>;

/** What a notice says, once its signature and its time are proved; else why it is not believed. */
export type Word =
  | { about: 'charge'; number: string; said: Standing; parts: readonly ToldPart[] }
  /** The channel is asked how the refund stands. */
  | { about: 'refund'; number: string }
  | { about: 'nothing' }
  | { about: 'lie'; why: 'probe' | 'signature' | 'time' | 'unreadable' | 'merchant' };

/** A part as a notice tells it; `merchants`: which of ours the merchant's number there stands for. */
export type ToldPart = Pick<Part, 'number' | 'amountFen'> & { merchants: readonly string[] };

/** What a notice says, and how this channel is answered: that it was taken in, or that it was not. */
export interface Notice {
  word: Word;
  taken: Reply;
  refused: Reply;
}

/** No answer, or none that can be believed: what was asked for may have happened or not. */
export class ChannelSilent extends Error {}
