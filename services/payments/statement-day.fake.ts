import { createHash } from 'node:crypto';
import { startOf } from '#shared/calendar';
import type { RowClass } from './domain/reconciliation/class.ts';
import type { StatementRow } from './domain/reconciliation/row.ts';
import type { Cleared } from './domain/reconciliation/side.ts';

/** Rows of a statement and items of the ledger, and what each must end as: said when they are made, not by looking at them. */
export interface MadeDay {
  rows: StatementRow[];
  items: Cleared[];
  /** What is no match, by number, direction and which of its rows. */
  expected: Map<string, RowClass>;
  /** How many rows, and how many numbers of the ledger, each class must have. */
  rowsOf: Partial<Record<RowClass, number>>;
  itemsOf: Partial<Record<RowClass, number>>;
  /** What is reconciled by the run, in less out. */
  reconciledFen: number;
}

export const place = { channel: 'wechat', merchant: 'treasury', day: '2026-08-03' };
export const merchantNumber = '1900000001';
export const feePerMyriad = 38;

interface Of {
  number: string;
  fen: number;
  half: number;
}
/** Rows and items, each by what is not as usual, and how the number ends; `also`: a second end of it. */
interface Recipe {
  rows?: readonly Partial<StatementRow>[];
  items?: readonly Partial<Cleared>[];
  ends: End;
  also?: End;
}
interface End {
  class: RowClass;
  rows: number;
  items: number;
  key?: string;
}

const usual = [{}];
const ends = (found: RowClass, rows = 1, items = 1): { ends: End } => ({ ends: { class: found, rows, items } });
const partOf = (number: string, n: number): string => `${number.slice(0, 30)}0${n}`;
const parts = ({ number, fen, half }: Of): Partial<Cleared>[] => [
  { number: partOf(number, 0), amountFen: half },
  { number: partOf(number, 1), amountFen: fen - half },
];
const pieces = ({ number, fen, half }: Of): Partial<StatementRow>[] => [
  { amountFen: half },
  { amountFen: fen - half, ref: `more-${number}` },
];

/** What agrees, in each way in which it may. */
const agreeing = {
  fine: () => ({ rows: usual, items: usual, ...ends('MATCHED') }),
  refund: () => ({ rows: [{ direction: 'out' }], items: [{ direction: 'out', kind: 'refund' }], ...ends('MATCHED') }),
  'several-rows': (of) => ({ rows: pieces(of), items: [{ ref: '' }], ...ends('MATCHED', 2, 1) }),
  whole: (of) => ({ rows: usual, items: parts(of), ...ends('MATCHED', 1, 2) }),
  corrected: ({ fen }) => ({
    rows: [{ amountFen: fen - 50 }],
    items: [{}, { amountFen: -50, kind: 'reverse' }],
    ...ends('MATCHED'),
  }),
  reversed: ({ fen }) => ({ items: [{}, { amountFen: -fen, kind: 'reverse' }], ...ends('MATCHED', 0, 1) }),
  // One number of the channel on two orders of ours is no duplicate.
  'one-ref': () => ({ rows: [{ ref: 'shared' }], items: [{ ref: 'shared' }], ...ends('MATCHED') }),
  nothing: () => ({ rows: [{ status: 'closed' }], ...ends('MATCHED', 1, 0) }),
} satisfies Record<string, (of: Of) => Recipe>;

const faulty = {
  over: ({ fen }) => ({ rows: [{ amountFen: fen + 1 }], items: usual, ...ends('AMOUNT_OVER') }),
  under: ({ fen }) => ({ rows: [{ amountFen: fen - 1 }], items: usual, ...ends('AMOUNT_UNDER') }),
  fee: ({ fen }) => ({ rows: [{ feeFen: feeOn(fen) + 1 }], items: usual, ...ends('FEE_MISMATCH') }),
  currency: () => ({ rows: [{ currency: 'USD' }], items: usual, ...ends('CURRENCY_MISMATCH') }),
  status: () => ({ rows: [{ status: 'pending' }], items: usual, ...ends('STATUS_MISMATCH') }),
  direction: ({ number }) => ({
    rows: [{ direction: 'out' }],
    items: usual,
    ends: { class: 'DIRECTION_MISMATCH', rows: 1, items: 1, key: `${number} out 1` },
  }),
  merchant: () => ({ rows: [{ merchantNumber: '1900009999' }], items: usual, ...ends('DATA_MISMATCH') }),
  ref: () => ({ rows: [{ ref: 'another' }], items: usual, ...ends('DATA_MISMATCH') }),
  'several-uneven': (of) => ({
    rows: pieces({ ...of, fen: of.fen + 1 }),
    items: [{ ref: '' }],
    ...ends('SPLIT_MISMATCH', 2, 1),
  }),
  'whole-uneven': (of) => ({ rows: usual, items: parts({ ...of, fen: of.fen + 1 }), ...ends('SPLIT_MISMATCH', 1, 2) }),
  unknown: () => ({ rows: usual, ...ends('MISSING_IN_LEDGER', 1, 0) }),
  unseen: () => ({ items: usual, ...ends('TIMING_CARRY_OVER', 0, 1) }),
  twin: ({ number }) => ({
    rows: [{}, {}],
    items: usual,
    ...ends('MATCHED'),
    also: { class: 'DUPLICATE_IN_STATEMENT', rows: 1, items: 0, key: `${number} in 2` },
  }),
  'booked-twice': () => ({ rows: usual, items: [{}, {}], ...ends('DUPLICATE_IN_LEDGER') }),
} satisfies Record<string, (of: Of) => Recipe>;

const recipes: Record<Kind, (of: Of) => Recipe> = { ...agreeing, ...faulty };
export type Kind = keyof typeof agreeing | keyof typeof faulty;
const isFault = (word: string): word is keyof typeof faulty => Object.hasOwn(faulty, word);
const isKind = (word: string): word is Kind => Object.hasOwn(recipes, word);
export const faults = Object.keys(faulty).filter(isFault);
export const kinds = Object.keys(recipes).filter(isKind);

const digest = (text: string): string => createHash('md5').update(text).digest('hex');
/** By another way of counting than the engine's. */
const feeOn = (fen: number): number => Math.round((fen * feePerMyriad) / 10_000 + 1e-9);

/** Makes a day of such things, one after another; `seed` tells its numbers from those of other days. */
export function madeDay(wanted: readonly Kind[], seed = '', at: typeof place = place): MadeDay {
  const day: MadeDay = { rows: [], items: [], expected: new Map(), rowsOf: {}, itemsOf: {}, reconciledFen: 0 };
  for (const [n, kind] of wanted.entries()) {
    const fen = 100 + ((n * 7919) % 99_900);
    const of = { number: digest(`${seed}/${n}`), fen, half: Math.floor(fen / 2) };
    const recipe = recipes[kind](of);
    for (const one of recipe.rows ?? []) day.rows.push(rowOf(of, one, { line: day.rows.length + 2, at }));
    const items = (recipe.items ?? []).map((one) => itemOf(of, one, at));
    day.items.push(...items);
    const { class: found, rows } = recipe.ends;
    if ((found === 'MATCHED' || found === 'FEE_MISMATCH') && rows > 0) day.reconciledFen += netOf(items);
    for (const end of [recipe.ends, ...(recipe.also ? [recipe.also] : [])]) note(day, of, end);
  }
  return day;
}

/** What rows or items move, in fen. */
export const netOf = (of: readonly Pick<StatementRow, 'direction' | 'amountFen'>[]): number =>
  of.reduce((sum, { direction, amountFen }) => sum + (direction === 'in' ? amountFen : -amountFen), 0);

function rowOf({ number, fen }: Of, more: Partial<StatementRow>, { line, at }: { line: number; at: typeof place }) {
  const amountFen = more.amountFen ?? fen;
  const fee = feeOn(amountFen) * (more.direction === 'out' ? -1 : 1);
  const said = { line, direction: 'in' as const, number, ref: `ref-${number}`, merchantNumber, amountFen };
  const rest = { feeFen: fee === 0 ? 0 : fee, currency: 'CNY', status: 'done' as const, at: startOf(at.day) };
  return { ...said, ...rest, ...more };
}

function itemOf({ number, fen }: Of, more: Partial<Cleared>, at: typeof place): Cleared {
  const amountFen = more.amountFen ?? fen;
  const of = { payee: 'urban', destination: 'treasury' as const, code: 'road-repair', subject: '103043306' };
  const said = { ...at, number, direction: 'in' as const, ref: `ref-${number}`, kind: 'capture' as const, amountFen };
  return { ...said, of: digest(number), lines: [{ ...of, amountFen }], ...more };
}

function note(day: MadeDay, { number }: Of, { class: found, rows, items, key = `${number} in 1` }: End): void {
  if (found !== 'MATCHED') day.expected.set(key, found);
  if (rows > 0) day.rowsOf[found] = (day.rowsOf[found] ?? 0) + rows;
  if (items > 0) day.itemsOf[found] = (day.itemsOf[found] ?? 0) + items;
}
