import { CollectorSilent, type BookingAsk, type Collector, type Debt } from './collector.ts';

/** A utility in memory, with what goes wrong next. `lost`: it books, and its answer is lost. */
export function fakeCollector() {
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
    key: 'water',
    kind: 'utility',
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
      debts.delete(ask.debt);
      if (fail('lost')) throw new CollectorSilent('lost');
      return { state: 'booked', ref: `W-${ask.debt}` };
    },
    ask: async (number) => {
      down();
      const known = bookings.get(number);
      return known ? { state: 'booked', ref: `W-${known.debt}` } : { state: 'absent' };
    },
  };
  return { collector, debts, bookings, faults };
}
