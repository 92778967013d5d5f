import { createHash } from 'node:crypto';
import { daysAfter } from '#shared/calendar';
import type { ChannelName } from '../till.ts';
import type { Told, Which } from './told.ts';

/** How a row of a statement is made to differ from what was paid: at most one of them for each row. */
export const rowFaults = [
  'row-missing',
  'row-late',
  'row-twice',
  'row-split',
  'wrong-amount',
  'wrong-fee',
  'wrong-currency',
  'wrong-status',
  'wrong-direction',
  'wrong-merchant',
  'wrong-ref',
  'bad-line',
] as const;
/** What is of no row: one that nobody has paid, and sums that are not those of the rows. */
export const fileFaults = ['row-extra', 'wrong-total'] as const;
export type DifferKind = (typeof rowFaults)[number] | (typeof fileFaults)[number];

/**
 * A statement that differs: it does so each time it is asked for, until the faults are cleared; then the right one is another
 * revision. Without a number it is the next row that no fault before it has taken.
 */
export interface Differs extends Which {
  kind: DifferKind;
  /** 商户订单号 or 商户退款单号 of the row. */
  number?: string | undefined;
  /** By how much, in fen; else by one yuan, or one fen of a fee. */
  byFen?: number | undefined;
}

type Of = (which: Which) => Told[];
type RowKind = (typeof rowFaults)[number];

const isOfRow = (kind: DifferKind): kind is RowKind => rowFaults.some((one) => one === kind);
const isOf = (one: Differs, which: Which): boolean =>
  one.channel === which.channel && one.merchant === which.merchant && one.day === which.day;

/** Which of the rows can be made to differ so: a format has no word for everything. */
function canDiffer(kind: RowKind, channel: ChannelName, row: Told): boolean {
  if (kind === 'wrong-currency') return channel === 'wechat';
  if (kind === 'wrong-status') return channel === 'wechat' && row.direction === 'out';
  return kind !== 'wrong-merchant' || channel !== 'alipay';
}

/** Each row with the fault that takes it. */
function taken(rows: readonly Told[], faults: readonly Differs[]): Map<string, Differs & { kind: RowKind }> {
  const found = new Map<string, Differs & { kind: RowKind }>();
  for (const fault of faults) {
    const { kind } = fault;
    if (!isOfRow(kind)) continue;
    const fits = (row: Told): boolean => !fault.number || row.number === fault.number;
    const row = rows.find((one) => !found.has(one.number) && fits(one) && canDiffer(kind, fault.channel, one));
    if (row) found.set(row.number, { ...fault, kind });
  }
  return found;
}

/** The rows of a statement with the faults that are of it. */
export function differing(which: Which, faults: readonly Differs[], rowsOf: Of): Told[] {
  const rows = rowsOf(which);
  const here = faults.filter((one) => isOf(one, which));
  const byNumber = taken(rows, here);
  const shown = rows.flatMap((row) => {
    const fault = byNumber.get(row.number);
    return fault ? changed(row, fault) : [row];
  });
  const extra = here.filter(({ kind }) => kind === 'row-extra').map((one, n) => extraRow(one, n));
  return [...lateOf(which, faults, rowsOf), ...shown, ...extra];
}

/** What the day before has left out because it comes late. */
function lateOf(which: Which, faults: readonly Differs[], rowsOf: Of): Told[] {
  const before = { ...which, day: daysAfter(which.day, -1) };
  const there = faults.filter((one) => isOf(one, before));
  if (there.every(({ kind }) => kind !== 'row-late')) return [];
  const rows = rowsOf(before);
  const byNumber = taken(rows, there);
  return rows.filter(({ number }) => byNumber.get(number)?.kind === 'row-late');
}

function changed(row: Told, { kind, byFen }: Differs & { kind: RowKind }): Told[] {
  const by = byFen ?? 100;
  const half = Math.floor(row.amountFen / 2);
  const changes: Record<RowKind, () => Told[]> = {
    'row-missing': () => [],
    'row-late': () => [],
    'row-twice': () => [row, row],
    'row-split': () => [
      { ...row, amountFen: half },
      { ...row, amountFen: row.amountFen - half + (byFen ?? 0), feeFen: 0 },
    ],
    'wrong-amount': () => [{ ...row, amountFen: row.amountFen + by }],
    'wrong-fee': () => [{ ...row, feeFen: row.feeFen + (byFen ?? 1) }],
    'wrong-currency': () => [{ ...row, currency: 'USD' }],
    'wrong-status': () => [{ ...row, status: 'pending' }],
    'wrong-direction': () => [turned(row)],
    'wrong-merchant': () => [{ ...row, merchant: row.merchant.replace(/.$/, '9') }],
    'wrong-ref': () => [{ ...row, ref: row.ref.replace(/.$/, '0') }],
    'bad-line': () => [{ ...row, isSpoilt: true }],
  };
  return changes[kind]();
}

function turned({ direction, of, ...row }: Told): Told {
  if (direction === 'out') return { ...row, direction: 'in' };
  return { ...row, direction: 'out', of: of ?? { number: row.number, ref: row.ref } };
}

/** Nobody here has ever heard of it. */
function extraRow({ channel, merchant, day, number, byFen }: Differs, n: number): Told {
  const made = createHash('md5').update(`${channel}/${merchant}/${day}/${n}`).digest('hex');
  const at = new Date(`${day}T12:00:00+08:00`);
  const amountFen = byFen ?? 100;
  const digits = String(BigInt(`0x${made}`)).slice(0, 7);
  const ref = `${day.replaceAll('-', '')}120000${digits}`;
  const said = { ref, merchant, amountFen, feeFen: 0, at, name: '无主款项' };
  return { ...said, direction: 'in', number: number ?? made, currency: 'CNY', status: 'done' };
}

/** By how much the sums of a file are not those of its rows. */
export const totalOff = (which: Which, faults: readonly Differs[]): number =>
  faults
    .filter((one) => one.kind === 'wrong-total' && isOf(one, which))
    .reduce((sum, { byFen }) => sum + (byFen ?? 100), 0);
