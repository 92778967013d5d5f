import * as z from 'zod';
import type { openBooks } from './books.ts';

const bodies = {
  find: z.object({ account: z.string() }),
  confirm: z.object({ debt: z.string() }),
  book: z.object({
    number: z.string(),
    debt: z.string().optional(),
    assessed: z
      .object({ district: z.string(), reference: z.string(), lines: z.array(z.object({ amountFen: z.int() })).min(1) })
      .optional(),
    amountFen: z.int(),
    paidAt: z.iso.datetime(),
  }),
  ask: z.object({ number: z.string() }),
  reverse: z.object({ number: z.string(), booking: z.string(), amountFen: z.int().min(1) }),
};

interface Heard {
  path: string;
  body: unknown;
  /** What goes wrong with what is said. */
  fault: string | undefined;
}

/** What a collector answers: `/<collector>/debts/query` and `/confirm`, `/bookings` and `/bookings/query`, `/reversals` and `/reversals/query`. */
export function spoken({ path, body, fault }: Heard, books: ReturnType<typeof openBooks>): object {
  const [, collector = '', what = ''] = /^\/([a-z-]+)(\/.+)$/.exec(path) ?? [];
  if (what === '/debts/query') {
    const debts = books.find(collector, bodies.find.parse(body).account);
    return debts && fault !== 'not-found' ? { result: 'found', debts } : { result: 'not-found' };
  }
  if (what === '/debts/confirm') {
    const { debt } = bodies.confirm.parse(body);
    if (fault === 'changed') books.raise(collector, debt, 100);
    const owed = books.confirm(collector, debt);
    return owed ? { result: 'owed', debt: owed } : { result: 'gone' };
  }
  if (what === '/bookings') {
    if (fault === 'refused') return { state: 'refused' };
    const booked = book(bodies.book.parse(body), collector, books);
    return booked ? { state: 'booked', ref: booked.ref } : { state: 'refused' };
  }
  if (what === '/reversals') {
    const undone = fault === 'refused' ? undefined : books.reverse(collector, bodies.reverse.parse(body));
    return undone ? { state: 'reversed', ref: undone.ref } : { state: 'refused' };
  }
  if (what === '/reversals/query') {
    const undone = books.reversalOf(collector, bodies.ask.parse(body).number);
    return undone ? { state: 'reversed', ref: undone.ref } : { state: 'absent' };
  }
  const known = books.bookingOf(collector, bodies.ask.parse(body).number);
  return known ? { state: 'booked', ref: known.ref } : { state: 'absent' };
}

function book(wish: z.infer<(typeof bodies)['book']>, collector: string, books: ReturnType<typeof openBooks>) {
  const { number, debt, assessed, amountFen } = wish;
  if (debt) return books.book(collector, { number, debt, amountFen });
  const sum = assessed?.lines.reduce((fen, line) => fen + line.amountFen, 0);
  if (!assessed || sum !== amountFen) return undefined;
  return books.bookAssessed(collector, { number, debt: `${assessed.district}/${assessed.reference}`, amountFen });
}
