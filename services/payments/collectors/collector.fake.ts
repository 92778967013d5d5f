import { CollectorSilent, type BookingAsk, type Collector, type Debt, type ReversalAsk } from './collector.ts';

const refOf = (ask: BookingAsk): string => `W-${'debt' in ask ? ask.debt : ask.assessed.reference}`;

/** A utility in memory, with what goes wrong next. `lost`: it books, and its answer is lost. */
export function fakeCollector({ key, kind }: Pick<Collector, 'key' | 'kind'> = { key: 'water', kind: 'utility' }) {
  const debts = new Map<string, Debt>();
  const bookings = new Map<string, BookingAsk & { times: number }>();
  const paid = new Map<string, Debt>();
  const faults: ('down' | 'lost' | 'refuse')[] = [];
  const fail = (...wanted: string[]): string | undefined => {
    const fault = faults[0];
    return fault !== undefined && wanted.includes(fault) ? faults.shift() : undefined;
  };
  const down = (): void => {
    if (fail('down')) throw new CollectorSilent('down');
  };
  const undoing = undoingOf({ debts, paid, down, fail });
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
      const debt = 'debt' in ask ? debts.get(ask.debt) : undefined;
      if (debt) paid.set(ask.number, debt);
      if (debt) debts.delete(debt.debt);
      if (fail('lost')) throw new CollectorSilent('lost');
      return { state: 'booked', ref: refOf(ask) };
    },
    ask: async (number) => {
      down();
      const known = bookings.get(number);
      return known ? { state: 'booked', ref: refOf(known) } : { state: 'absent' };
    },
    ...undoing.calls,
  };
  return { collector, debts, bookings, reversals: undoing.reversals, faults };
}

interface Undoing {
  debts: Map<string, Debt>;
  /** By the number of its booking, what was owed. */
  paid: ReadonlyMap<string, Debt>;
  down: () => void;
  fail: (...wanted: string[]) => string | undefined;
}

const refOfReversal = (number: string): string => `R-${number.slice(0, 8)}`;

/** 冲销: what is undone is owed again. */
function undoingOf({ debts, paid, down, fail }: Undoing) {
  const reversals = new Map<string, ReversalAsk & { times: number }>();
  const calls: Pick<Collector, 'reverse' | 'askReversal'> = {
    reverse: async (ask) => {
      down();
      if (fail('refuse')) return { state: 'refused' };
      const times = (reversals.get(ask.number)?.times ?? 0) + 1;
      reversals.set(ask.number, { ...ask, times });
      const debt = paid.get(ask.booking);
      const owed = debt ? (debts.get(debt.debt)?.amountFen ?? 0) : 0;
      if (debt && times === 1) debts.set(debt.debt, { ...debt, amountFen: owed + ask.amountFen });
      if (fail('lost')) throw new CollectorSilent('lost');
      return { state: 'reversed', ref: refOfReversal(ask.number) };
    },
    askReversal: async (number) => {
      down();
      return reversals.has(number) ? { state: 'reversed', ref: refOfReversal(number) } : { state: 'absent' };
    },
  };
  return { reversals, calls };
}
