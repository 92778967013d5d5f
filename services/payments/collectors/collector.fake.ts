import { CollectorSilent, type BookingAsk, type Collector, type Debt } from './collector.ts';

const refOf = (ask: BookingAsk): string => `W-${'debt' in ask ? ask.debt : ask.assessed.reference}`;

/** A utility in memory, with what goes wrong next. `lost`: it books, and its answer is lost. */
export function fakeCollector({ key, kind }: Pick<Collector, 'key' | 'kind'> = { key: 'water', kind: 'utility' }) {
  const debts = new Map<string, Debt>();
  const bookings = new Map<string, BookingAsk & { times: number }>();
  const faults: ('down' | 'lost' | 'refuse')[] = [];
  const fail = (...wanted: string[]): string | undefined => {
    const fault = faults[0];
    return fault !== undefined && wanted.includes(fault) ? faults.shift() : undefined;
  };
  const down = (): void => {
    if (fail('down')) throw new CollectorSilent('down');
  };
  const collector: Collector = {
    key,
    kind,
    find: async (account) => {
      down();
      return account === '60010042' ? [...debts.values()] : undefined;
    },
    confirm: async (debt) => {
      down();
      return debts.get(debt);
    },
    book: async (ask) => {
      down();
      if (fail('refuse')) return { state: 'refused' };
      const times = (bookings.get(ask.number)?.times ?? 0) + 1;
      bookings.set(ask.number, { ...ask, times });
      if ('debt' in ask) debts.delete(ask.debt);
      if (fail('lost')) throw new CollectorSilent('lost');
      return { state: 'booked', ref: refOf(ask) };
    },
    ask: async (number) => {
      down();
      const known = bookings.get(number);
      return known ? { state: 'booked', ref: refOf(known) } : { state: 'absent' };
    },
  };
  return { collector, debts, bookings, faults };
}
