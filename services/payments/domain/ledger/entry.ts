import * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { once } from '#shared/once';
import { clearingItem, clearingLine, type ClearingItem, type ClearingLine } from './clearing-item.ts';

/** A side of an entry: money of an account, in fen. `debit` is where it came to, `credit` whom it is owed. */
export const leg = once(() =>
  z.object({
    account: z.string().regex(/^[a-z-]+(\/[a-z0-9-]+)*$/),
    side: z.enum(['debit', 'credit']),
    amountFen: z.int().min(1),
  }),
);
export type Leg = z.infer<ReturnType<typeof leg>>;

export const entryKind = z.enum([
  'capture',
  'surplus',
  'refund-promise',
  'refund',
  'pay-out',
  'over',
  'short',
  'deposit',
  'cover',
  // 对账: what a channel's statement says that it pays out, its fees, and the bank's word that it has arrived.
  'settle',
  'unsettle',
  'fee',
  'arrive',
  // 差错处理.
  'suspend',
  'identify',
  'reverse',
  'repost',
  'confirm',
  'write-off',
  // 缴库, 清分, 退付.
  'remit',
  'pay-over',
  'treasury-refund',
  'treasury-paid',
]);
export type EntryKind = z.infer<typeof entryKind>;

/** 分录: one act of money. It is written once; what was wrong is set right by another that names it. */
export const entry = once(() =>
  z.object({
    id: z.uuid(),
    /** Accounting day, yyyy-mm-dd in Shanghai: the day on which it is written. */
    day: z.string(),
    at: z.coerce.date(),
    kind: entryKind,
    /** The order or shift it is of, by which it is found. */
    of: z.string(),
    legs: z.array(leg()).min(2),
    /** What of it is taken for whom, by subject (收入分类科目); below zero where it is taken back. */
    lines: z.array(clearingLine()).optional(),
    /** The earlier year that its matter is of. */
    originYear: z.int().optional(),
    /** The entry that it takes back, where it is a correction (I8). */
    corrects: z.uuid().optional(),
  }),
);
export type Entry = z.infer<ReturnType<typeof entry>>;

/** What an act of money says of the ledger: its entry is made of this when it is saved. */
export interface SaidEntry {
  /** Where others must name it before it is written. */
  id?: string;
  kind: EntryKind;
  legs: readonly Leg[];
  /** What it moves on clearing accounts, number by number. */
  clears?: readonly ClearingItem[];
  /** What it takes for whom, where what it clears does not say that. */
  lines?: readonly ClearingLine[];
  /** The entry that it takes back. */
  corrects?: string;
}

/** The same, as it is kept with a proposal. */
export const saidEntry = once(() =>
  z.object({ kind: entryKind, legs: z.array(leg()), clears: z.array(clearingItem()).default([]) }),
);

type Said = Pick<Entry, 'id' | 'at' | 'kind' | 'of' | 'corrects'>;

/**
 * An entry of these legs, those of one account and side put together. Throws where debits and credits differ (I1) or
 * nothing moves: no caller can mend that.
 */
export function entryOf(said: Said, legs: readonly Leg[]): Entry {
  const joined = new Map<string, Leg>();
  for (const one of legs) {
    const key = `${one.side} ${one.account}`;
    joined.set(key, { ...one, amountFen: one.amountFen + (joined.get(key)?.amountFen ?? 0) });
  }
  const made = { ...said, day: dayOf(said.at), legs: [...joined.values()] };
  const [debit, credit] = [sumOf(made, 'debit'), sumOf(made, 'credit')];
  if (debit !== credit || debit === 0)
    throw new Error(`an entry of ${said.kind} does not balance: ${debit} and ${credit} fen`);
  return made;
}

/** So much on an account: a debit, below zero a credit, and nothing where it is nothing. In fen. */
export function signed(account: string, fen: number): Leg[] {
  return fen === 0 ? [] : [{ account, side: fen > 0 ? 'debit' : 'credit', amountFen: Math.abs(fen) }];
}

/** What an entry moves on one side, in fen. */
export function sumOf({ legs }: Pick<Entry, 'legs'>, side: Leg['side']): number {
  return legs.reduce((sum, one) => sum + (one.side === side ? one.amountFen : 0), 0);
}
