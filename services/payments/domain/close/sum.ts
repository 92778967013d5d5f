import * as z from 'zod';
import { once } from '#shared/once';
import { destination } from '../charge/charge-list.ts';
import type { Balance } from '../ledger/balance.ts';
import { kindOf } from '../ledger/accounts.ts';
import { entryKind, sumOf, type Entry, type Leg } from '../ledger/entry.ts';
import { unsaidOf } from '../ledger/revenue.ts';

const fen = z.int().min(0);
export const moved = once(() => z.array(z.tuple([z.string(), z.object({ debitFen: fen, creditFen: fen })])));

/** What came in by one channel for one payee under one subject, what was taken back of it, and what was passed on. */
export const turnover = once(() =>
  z.object({
    /** `bank` where it is passed on. */
    channel: z.string(),
    payee: z.string(),
    destination,
    /** Both empty where no act has said them: such a line bars the close of its year. */
    code: z.string(),
    subject: z.string(),
    /** What came late, of an earlier year. */
    originYear: z.int().optional(),
    takenFen: fen,
    backFen: fen,
    passedOnFen: fen,
  }),
);
export type Turnover = z.infer<ReturnType<typeof turnover>>;

/** How many entries of a kind there were by a channel, and what they moved. */
export const tally = once(() => z.object({ channel: z.string(), kind: entryKind, entries: fen, amountFen: fen }));
export type KindTally = z.infer<ReturnType<typeof tally>>;

/** 日累计, 月累计, 年累计: what a time comes to. Sums of days are sums again: month = Σ days, year = Σ months (I16). */
export interface PeriodSum {
  entries: number;
  /** What each account has moved, on each side. */
  moved: Map<string, Balance>;
  turnover: Map<string, Turnover>;
  tallies: Map<string, KindTally>;
}

export const emptySum = (): PeriodSum => ({ entries: 0, moved: new Map(), turnover: new Map(), tallies: new Map() });

/** Adds an entry to a sum, in place: a day may be a million of them. */
export function addEntry(sum: PeriodSum, entry: Entry): void {
  sum.entries += 1;
  for (const { account, side, amountFen } of entry.legs) {
    const balance = { debitFen: 0, creditFen: 0, [`${side}Fen`]: amountFen };
    addMoved(sum, account, balance);
  }
  const channel = channelOf(entry);
  for (const one of turnoverOf(entry, channel)) addTurnover(sum, one);
  addTally(sum, { channel, kind: entry.kind, entries: 1, amountFen: sumOf(entry, 'debit') });
}

/** Adds one sum to another, in place. */
export function addSum(sum: PeriodSum, other: PeriodSum): void {
  sum.entries += other.entries;
  for (const [account, balance] of other.moved) addMoved(sum, account, balance);
  for (const one of other.turnover.values()) addTurnover(sum, one);
  for (const one of other.tallies.values()) addTally(sum, one);
}

function addMoved({ moved: all }: PeriodSum, account: string, { debitFen, creditFen }: Balance): void {
  const before = all.get(account);
  all.set(account, {
    debitFen: (before?.debitFen ?? 0) + debitFen,
    creditFen: (before?.creditFen ?? 0) + creditFen,
  });
}

export const turnoverKey = ({ channel, payee, destination: to, code, subject, originYear }: Turnover): string =>
  [channel, payee, to, code, subject, originYear ?? ''].join('/');

function addTurnover({ turnover: all }: PeriodSum, one: Turnover): void {
  const key = turnoverKey(one);
  const before = all.get(key);
  const plus = (name: 'takenFen' | 'backFen' | 'passedOnFen') => (before?.[name] ?? 0) + one[name];
  all.set(key, {
    ...one,
    takenFen: plus('takenFen'),
    backFen: plus('backFen'),
    passedOnFen: plus('passedOnFen'),
  });
}

export const tallyKey = ({ channel, kind }: KindTally): string => `${channel}/${kind}`;

function addTally({ tallies }: PeriodSum, one: KindTally): void {
  const before = tallies.get(tallyKey(one));
  tallies.set(tallyKey(one), {
    ...one,
    entries: (before?.entries ?? 0) + one.entries,
    amountFen: (before?.amountFen ?? 0) + one.amountFen,
  });
}

/** By which channel: that of the account which says it; cash is the counter's, and what is passed on, or between a bank and a payee, the bank's. */
function channelOf({ kind: of, legs }: Entry): string {
  if (of === 'remit' || of === 'pay-over') return 'bank';
  for (const { account } of legs) {
    const kind = kindOf(account);
    if (kind === 'till' || kind === 'shortage') return 'counter';
    if (kind !== 'payee' && kind !== 'bank' && kind !== 'receivable') return account.split('/')[1] ?? '';
  }
  return 'bank';
}

function turnoverOf(entry: Entry, channel: string): Turnover[] {
  const { lines = [], originYear } = entry;
  const late = originYear ? { originYear } : {};
  const none = { channel, ...late, takenFen: 0, backFen: 0, passedOnFen: 0 };
  const said = lines.map(({ amountFen, ...line }) => ({ ...none, ...line, ...split(amountFen) }));
  const unsaid = [...unsaidOf(entry)].map(([account, amountFen]) => ({
    ...none,
    ...payeeOf(account),
    ...split(amountFen),
  }));
  const passedOn = entry.kind === 'remit' || entry.kind === 'pay-over' ? entry.legs.filter(isPassedOn) : [];
  const on = passedOn.map(({ account, amountFen }) => ({ ...none, ...payeeOf(account), passedOnFen: amountFen }));
  return [...said, ...unsaid, ...on];
}

const isPassedOn = ({ account, side }: Leg): boolean => side === 'debit' && kindOf(account) === 'payee';

const split = (amountFen: number) =>
  amountFen > 0 ? { takenFen: amountFen, backFen: 0 } : { takenFen: 0, backFen: -amountFen };

/** The payee of an account that names one; what is passed on is of no charge. */
function payeeOf(account: string) {
  const [, payee = '', to] = account.split('/');
  return { payee, destination: destination.parse(to), code: '', subject: '' };
}
