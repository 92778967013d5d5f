import type { Sent } from '#shared/route';
import type { Answer } from '../domain/notice/answer.ts';
import type { Delivery } from '../domain/notice/notice.ts';

/** What is sent, to whom. `reference` is the delivery's, the same however often it is sent. */
export interface Message {
  reference: string;
  /** A number in E.164, an openid, an e-mail address. */
  to: string;
  language: 'zh' | 'en';
  /** The id under which the provider has approved the template, where it approves any. */
  template: string;
  /** The names of the template in the order in which they stand in its text, and their values. */
  values: readonly (readonly [name: string, value: string])[];
  subject: string;
  text: string;
}

/** What may have been sent, to ask a provider about. */
export interface Asked {
  reference: string;
  to: string;
  /** When it was first and last asked to send it. */
  begunAt: Date;
  askedAt: Date;
}

/** What a provider says: whether there is another to go to it does not know. */
export type Said = Exclude<Answer, { is: 'away' }> | { is: 'away'; code: string };

/** What a provider tells later of its own accord; `of`: our reference, or its own id. */
export interface Receipt {
  of: { reference: string } | { providerRef: string };
  said: Extract<Answer, { is: 'delivered' | 'failed' }>;
}

/** One that sends messages on a channel. Whatever goes wrong on the way is an answer (`silent`, `away`), and no exception. */
export interface Provider {
  key: string;
  channel: Exclude<Delivery['channel'], 'task'>;
  /** Whether templates must have been approved by it. */
  approves: boolean;
  send(message: Message): Promise<Said>;
  /** What has become of a message that may have been sent: `unknown` where it has none. Absent where it cannot be asked. */
  ask?(asked: Asked): Promise<Said | { is: 'unknown' }>;
  /** Reads what it tells of its own accord, once it is proved to come from it; undefined: it does not. Absent where it tells nothing. */
  readReceipts?(sent: Pick<Sent, 'bytes'>, key: string): Promise<readonly Receipt[] | undefined>;
  /** How it wants to be told that its receipts were taken in. */
  taken?: object;
}
