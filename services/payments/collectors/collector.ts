import type { Charge } from '../domain/charge/charge-list.ts';
import type { Booked, BookingStanding } from '../domain/bill/booking.ts';

/** What an account owes at a collector: one debt, which it names the same until it is paid. */
export interface Debt {
  debt: string;
  /** Of the charge list. */
  code: string;
  quantity: number;
  amountFen: number;
  dueAt: Date;
}

/** What is booked there (销账). `number` is the bill's for good: asked for again it is the same booking, never a second. */
export type BookingAsk = Booked & { number: string; amountFen: number; paidAt: Date };

/**
 * 税务, social insurance or a utility, which collects by its own books. Each call throws `CollectorSilent` where no readable, rightly
 * signed answer came: then nothing is known, and nothing may be concluded.
 */
export interface Collector {
  key: string;
  kind: Exclude<Charge['kind'], 'non-tax'>;
  /** What an account owes; undefined where there is no such account. The number is not kept. */
  find: (account: string) => Promise<readonly Debt[] | undefined>;
  /** What a debt comes to now; undefined where it is owed no more. */
  confirm: (debt: string) => Promise<Debt | undefined>;
  book: (ask: BookingAsk) => Promise<BookingStanding>;
  ask: (number: string) => Promise<BookingStanding>;
  reverse: (ask: ReversalAsk) => Promise<ReversalStanding>;
  askReversal: (number: string) => Promise<ReversalStanding>;
}

/** What is undone there (冲销), and of which booking. `number` is the refund's for good: asked for again it is the same, never a second. */
export interface ReversalAsk {
  number: string;
  booking: string;
  amountFen: number;
  lines: readonly { code: string; amountFen: number }[];
}
/** How that stands. `absent`: the collector has never heard of the number. */
type ReversalStanding = { state: 'reversed'; ref: string } | { state: 'refused' } | { state: 'absent' };

/** No answer, or none that can be believed: what was asked for may have happened or not. */
export class CollectorSilent extends Error {}
