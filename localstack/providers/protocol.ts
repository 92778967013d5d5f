import type { Box, Posted } from './box.ts';

/** A request as it came. */
export interface Heard {
  url: URL;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** What is answered, and what was sent by that. */
export interface Answered {
  status: number;
  body: object;
  posted?: Posted;
}

export interface ProtocolMeans {
  box: Box;
  now: () => Date;
}

/** How one provider speaks: answers to signed requests, and its receipts. */
export interface Protocol {
  isMine: (heard: Heard) => boolean;
  /** `limit`: the number has had its share; `unreachable`: there is no such number. */
  answer: (heard: Heard, struck: 'limit' | 'unreachable' | undefined) => Answered;
  /** Absent where it tells of no delivery. */
  receipt?: (posted: Posted) => object | string | undefined;
  /** By which the address of its receipts ends. */
  receiptKey?: string;
  /** The text of the secret that the functions read. */
  secret: string;
}

export const headerOf = ({ headers }: Pick<Heard, 'headers'>, name: string): string => String(headers[name] ?? '');

/** As the providers write a time: that of Beijing, without saying so. */
export const beijing = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
