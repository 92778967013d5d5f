import type { Begun, RefundStanding, Standing } from '../domain/order/channel-words.ts';

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
}

/**
 * One way to take money. Each call throws `ChannelSilent` where no readable, rightly signed answer came: then nothing is known,
 * and nothing may be concluded. Everything else throws as a fault of ours.
 */
export interface Channel {
  key: string;
  ways: readonly string[];
  /** The most merchants that one act of the payer can pay; 1 where it cannot be combined. */
  mostParts: number;
  begin(charge: Charge): Promise<Begun>;
  ask(charge: Pick<Charge, 'number' | 'parts'>): Promise<Standing>;
  /** Closes a charge that is not paid; the answer says how it stands after that. */
  close(charge: Pick<Charge, 'number' | 'parts'>): Promise<Standing>;
  refund(ask: RefundAsk): Promise<RefundStanding>;
  askRefund(ask: RefundAsk): Promise<RefundStanding>;
}

/** No answer, or none that can be believed: what was asked for may have happened or not. */
export class ChannelSilent extends Error {}
