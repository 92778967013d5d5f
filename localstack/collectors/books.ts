/** What a collector asks of an account. */
export interface Debt {
  debt: string;
  code: string;
  quantity: number;
  amountFen: number;
  dueAt: string;
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
  const isBooked = (collector: string, debt: string): boolean =>
    [...bookings].some(([key, one]) => key.startsWith(`${collector}/`) && one.debt === debt);
  return {
    /** Undefined where there is no such account; nothing where it owes nothing. */
    find(collector: string, account: string): Debt[] | undefined {
      const debt = debtOf(collector, account);
      return debt && (isBooked(collector, debt.debt) ? [] : [debt]);
    },
    confirm(collector: string, debt: string): Debt | undefined {
      const found = debtOf(collector, debt.slice(0, 8));
      return found?.debt === debt && !isBooked(collector, debt) ? found : undefined;
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
    take(collector: string, { number, debt, amountFen }: Omit<Booking, 'ref'>): Booking {
      const made = { number, debt, amountFen, ref: `${collector}-${bookings.size + 1}` };
      bookings.set(`${collector}/${number}`, made);
      return made;
    },
  };
}
