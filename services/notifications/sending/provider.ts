import type { Answer } from '../domain/notice/answer.ts';
import type { Delivery } from '../domain/notice/notice.ts';

/** What is sent, to whom. `reference` is the delivery's, the same however often it is sent. */
export interface Message {
  reference: string;
  /** A number in E.164, an openid, an e-mail address. */
  to: string;
  language: 'zh' | 'en';
  /** The key of the template, and the id under which its edition says that the provider has approved it. */
  key: string;
  template?: string | undefined;
  /** The names of the template in the order in which they stand in its text, and their values. */
  values: readonly (readonly [name: string, value: string])[];
  subject: string;
  text: string;
  /** Of WeChat: each field of its template. */
  fields: Readonly<Record<string, string>>;
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
  /** Its receipts name its own id of a message and nothing else, so that one may be here before that id is known. */
  tellsByOwnId?: true;
  send(message: Message): Promise<Said>;
  /** What has become of a message that may have been sent: `unknown` where it has none. Absent where it cannot be asked. */
  ask?(asked: Asked): Promise<Said | { is: 'unknown' }>;
}

/** Reads what a provider tells of its own accord; undefined where it is not proved to come from it, or cannot be read. */
export type ReadReceipts = (sent: { bytes: () => Buffer }, key: string) => Promise<readonly Receipt[] | undefined>;
