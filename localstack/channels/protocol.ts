import type { StatementBook } from './statements/book.ts';
import type { Held, Refund, Till } from './till.ts';

export interface ProtocolMeans {
  now: () => Date;
  till: Till;
  statements: StatementBook;
  /** Where this server is: the payer's pages stand there. */
  address: () => string;
  /** What becomes of a refund that is accepted: it fails where the payer's account is closed. */
  refundState: () => Refund['state'];
  /** Tells of a refund by a notice. */
  tell: (one: { held: Held; refund: Refund }) => void;
}

/** A request as it came. */
export interface Heard {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

export interface Said {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** What is signed by a key that is not the channel's, or only to see whether it is refused. */
export type Spoilt = 'forged' | 'probe' | undefined;

/** How one channel speaks: answers that are signed, and notices. */
export interface Protocol {
  answer: (heard: Heard, spoilt: Spoilt) => Promise<Said>;
  notice: (
    one: { held: Held; refund?: Refund },
    spoilt: Spoilt,
  ) => Promise<{ headers: Record<string, string>; body: string }>;
  /** Whether the notice was taken in. */
  isTaken: (said: { status: number; body: string }) => boolean;
  /** The text of the secret that the functions read. */
  secret: () => Promise<string>;
}
