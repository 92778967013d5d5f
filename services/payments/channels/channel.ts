import type { Begun, Standing } from '../domain/order/channel-words.ts';

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

/** What a channel is asked to give back. `number` (商户退款单号) stays the same however often it is asked. */
export interface GiveBack {
  number: string;
  charge: Pick<Charge, 'number'>;
  part: Part;
  amountFen: number;
  reason: string;
}

export type GivenBack =
  | { state: 'pending' }
  | { state: 'done'; channelRef: string; amountFen: number; at: Date }
  /** It cannot go back this way: account closed, abnormal, too old. */
  | { state: 'refused'; reason: string }
  | { state: 'absent' };

/** A channel's message, believed: its signature, time and merchant are right. */
export type Notice =
  | { about: 'charge'; number: string; standing: Standing }
  | { about: 'refund'; number: string; standing: GivenBack }
  /** A probe or something that is none of ours to act on. */
  | { about: 'nothing' };

export interface NoticeRequest {
  headers: Readonly<Record<string, string | undefined>>;
  /** As it came, not parsed: the signature is over these bytes. */
  body: string;
}

/** What the channel must be answered so that it stops repeating its message. */
export interface NoticeAnswer {
  status: number;
  contentType: string;
  body: string;
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
  giveBack(wish: GiveBack): Promise<GivenBack>;
  askGiveBack(wish: GiveBack): Promise<GivenBack>;
  /** `undefined`: not to be believed. */
  readNotice(request: NoticeRequest): Notice | undefined;
  answerNotice(taken: boolean): NoticeAnswer;
}

/** No answer, or none that can be believed: what was asked for may have happened or not. */
export class ChannelSilent extends Error {}
