/** What a collector asks of an account. */
export interface Debt {
  debt: string;
  code: string;
  quantity: number;
  amountFen: number;
  dueAt: string;
}

/** What was undone of a booking. */
interface Reversal {
  number: string;
  booking: string;
  amountFen: number;
  ref: string;
}

export interface Booking {
  number: string;
  /** A debt of its own, or what a department has assessed, by its reference. */
  debt: string;
  amountFen: number;
  ref: string;
}

/** Which charge of the demonstration list each collector asks, at what amount. */
const asked: Readonly<Record<string, { code: string; quantity: number; amountFen: number }>> = {
  tax: { code: 'soil-compensation', quantity: 120, amountFen: 12_000 },
  'social-insurance': { code: 'medical-insurance-premium', quantity: 1, amountFen: 40_000 },
  water: { code: 'water-use', quantity: 16, amountFen: 4480 },
};

const monthMs = 30 * 86_400_000;

/** Books of collectors that are made up: an account of eight digits owes this month's bill until it is booked, any other is not there. */
export function openBooks(now: () => Date) {
  const bookings = new Map<string, Booking>();
  const more = new Map<string, number>();
  const debtOf = (collector: string, account: string): Debt | undefined => {
    const found = asked[collector];
    if (!found || !/^\d{8}$/.test(account)) return undefined;
    const debt = `${account}-${now().toISOString().slice(0, 7)}`;
    const amountFen = found.amountFen + (more.get(`${collector}/${debt}`) ?? 0);
    const dueAt = new Date(now().getTime() + monthMs).toISOString();
    return { ...found, amountFen, debt, dueAt };
  };
  const { paidOf, ...undone } = undoneOf(bookings);
  const isBooked = (collector: string, debt: string): boolean => paidOf(collector, debt) > 0;
  /** What is owed now: what was undone is owed again. */
  const owedOf = (collector: string, debt: Debt): Debt | undefined => {
    const amountFen = debt.amountFen - paidOf(collector, debt.debt);
    return amountFen > 0 ? { ...debt, amountFen } : undefined;
  };
  return {
    /** Undefined where there is no such account; nothing where it owes nothing. */
    find(collector: string, account: string): Debt[] | undefined {
      const debt = debtOf(collector, account);
      const owed = debt && owedOf(collector, debt);
      return debt && (owed ? [owed] : []);
    },
    confirm(collector: string, debt: string): Debt | undefined {
      const found = debtOf(collector, debt.slice(0, 8));
      return found?.debt === debt ? owedOf(collector, found) : undefined;
    },
    /** It comes to more from now on. */
    raise: (collector: string, debt: string, byFen: number): void =>
      void more.set(`${collector}/${debt}`, (more.get(`${collector}/${debt}`) ?? 0) + byFen),
    bookingOf: (collector: string, number: string) => bookings.get(`${collector}/${number}`),
    /** The same number again is the same booking; undefined where the debt is not owed, or comes to something else. */
    book(collector: string, { number, debt, amountFen }: Omit<Booking, 'ref'>): Booking | undefined {
      const known = bookings.get(`${collector}/${number}`);
      if (known) return known;
      if (this.confirm(collector, debt)?.amountFen !== amountFen) return undefined;
      return this.take(collector, { number, debt, amountFen });
    },
    /** What a department has assessed is taken as it says: once for each reference. */
    bookAssessed(collector: string, wish: Omit<Booking, 'ref'>): Booking | undefined {
      const known = bookings.get(`${collector}/${wish.number}`);
      return known ?? (isBooked(collector, wish.debt) ? undefined : this.take(collector, wish));
    },
    ...undone,
    take(collector: string, { number, debt, amountFen }: Omit<Booking, 'ref'>): Booking {
      const made = { number, debt, amountFen, ref: `${collector}-${bookings.size + 1}` };
      bookings.set(`${collector}/${number}`, made);
      return made;
    },
  };
}

const isOf = (collector: string, key: string): boolean => key.startsWith(`${collector}/`);

/** 冲销: what was undone of these bookings, and so what stands. */
function undoneOf(bookings: ReadonlyMap<string, Booking>) {
  const reversals = new Map<string, Reversal>();
  const keptOf = (collector: string, { number, amountFen }: Booking): number => {
    const undone = [...reversals].filter(([key, one]) => isOf(collector, key) && one.booking === number);
    return undone.reduce((fen, [, one]) => fen - one.amountFen, amountFen);
  };
  return {
    /** What has been paid of a debt, and stands. */
    paidOf: (collector: string, debt: string): number =>
      [...bookings]
        .filter(([key, one]) => isOf(collector, key) && one.debt === debt)
        .reduce((fen, [, one]) => fen + keptOf(collector, one), 0),

    reversalOf: (collector: string, number: string) => reversals.get(`${collector}/${number}`),

    /** The same number again is the same; undefined where there is no such booking, or less of it stands. */
    reverse(collector: string, { number, booking, amountFen }: Omit<Reversal, 'ref'>): Reversal | undefined {
      const known = reversals.get(`${collector}/${number}`);
      if (known) return known;
      const of = bookings.get(`${collector}/${booking}`);
      if (!of || keptOf(collector, of) < amountFen) return undefined;
      const made = { number, booking, amountFen, ref: `${collector}-r${reversals.size + 1}` };
      reversals.set(`${collector}/${number}`, made);
      return made;
    },
  };
}
