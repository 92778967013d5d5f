import { kindOf, payeeAccount, receivableOf } from './accounts.ts';
import type { ClearingItem, ClearingLine } from './clearing-item.ts';
import type { Entry, SaidEntry } from './entry.ts';

type Said = Pick<SaidEntry, 'kind' | 'lines' | 'clears' | 'legs'>;

/** Money that is passed on to a payee is no revenue of another subject: it was when it was taken. */
const passingOn = new Set<Entry['kind']>(['remit', 'pay-over']);

/**
 * What an entry takes for whom, under which subject, below zero where it takes back: said by the act, else by what it clears. Only of
 * payees whose accounts it moves.
 */
export function revenueOf({ kind, lines, clears = [], legs }: Said): ClearingLine[] {
  if (passingOn.has(kind)) return [];
  const moved = new Set(legs.map(({ account }) => account));
  const said = lines ?? clears.flatMap(signed);
  const own = said.filter((line) => moved.has(payeeAccount(line)) || moved.has(receivableOf(line)));
  return [...Map.groupBy(own, keyOf).values()]
    .flatMap(([first, ...rest]) => (first ? [{ ...first, amountFen: sumOf([first, ...rest]) }] : []))
    .filter(({ amountFen }) => amountFen !== 0);
}

const keyOf = ({ payee, destination, code, subject }: ClearingLine) => [payee, destination, code, subject].join();
const sumOf = (lines: readonly ClearingLine[]): number => lines.reduce((sum, one) => sum + one.amountFen, 0);

const signed = ({ direction, lines }: ClearingItem): ClearingLine[] =>
  direction === 'in' ? lines : lines.map((line) => ({ ...line, amountFen: -line.amountFen }));

interface Dated {
  day: string;
  of: string;
}

/**
 * The year that an entry's matter is of, where that is an earlier one than its own: its item was to be in a statement of that year, or it
 * is of a reconciliation (`wechat.treasury.2026-12-31`) of it. What comes late enters the open year and says so.
 */
export function originYearOf(
  { day, of }: Dated,
  clears: readonly Pick<ClearingItem, 'day'>[] = [],
): number | undefined {
  const [, ofDay] = /\.(\d{4}-\d{2}-\d{2})$/.exec(of) ?? [];
  const years = [...clears.map((one) => one.day), ...(ofDay ? [ofDay] : [])].map(yearOf);
  const first = Math.min(yearOf(day), ...years);
  return first < yearOf(day) ? first : undefined;
}

const yearOf = (day: string): number => Number(day.slice(0, 4));

/** What of an entry no line says the subject of, by account: nothing, unless an act has forgotten it. */
export function unsaidOf({ kind, legs, lines = [] }: Pick<Entry, 'kind' | 'legs' | 'lines'>): Map<string, number> {
  const left = new Map<string, number>();
  if (passingOn.has(kind)) return left;
  const add = (account: string, fen: number) => left.set(account, (left.get(account) ?? 0) + fen);
  for (const { account, side, amountFen } of legs) {
    if (kindOf(account) === 'payee') add(account, side === 'credit' ? amountFen : -amountFen);
    // 退付: what is promised back after the treasury had it is taken off by the promise, not when the treasury pays.
    if (kindOf(account) === 'receivable' && side === 'debit') add(account, -amountFen);
    if (kindOf(account) === 'receivable' && kind === 'reverse' && side === 'credit') add(account, amountFen);
  }
  for (const line of lines) {
    const account = left.has(payeeAccount(line)) ? payeeAccount(line) : receivableOf(line);
    add(account, -line.amountFen);
  }
  return new Map([...left].filter(([, fen]) => fen !== 0));
}
