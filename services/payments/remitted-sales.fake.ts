import { randomUUID } from 'node:crypto';
import { daysAfter, startOf } from '#shared/calendar';
import { bankRow } from '../../test/support/bank.ts';
import { charges } from '../../test/support/charges.ts';
import type { ClearingItem } from './domain/ledger/clearing-item.ts';
import type { SaidEntry } from './domain/ledger/entry.ts';
import type { StatementRow } from './domain/reconciliation/row.ts';

export const codes = ['road-repair', 'property-registration', 'exam', 'connection'] as const;

/** What somebody pays by a channel, and perhaps is given back some of. */
export interface Sale {
  day: string;
  channel: string;
  code: string;
  fen: number;
  back: { after: number; percent: number } | null;
}

export const merchants = ['treasury', 'fiscal', 'water'] as const;
const feePerMyriad = 60;
export const agreements = ['wechat', 'alipay'].flatMap((channel) =>
  merchants.map((merchant) => ({ channel, merchant, feePerMyriad, carryDays: 3 })),
);
const feeOn = (fen: number): number => Math.round((fen * feePerMyriad) / 10_000 + 1e-9);
const chargeOf = (code: string) => {
  const found = charges.charges.find((one) => one.code === code);
  if (!found) throw new Error(`no charge ${code}`);
  return found;
};

/** One movement of a channel: an item of the ledger and a row of its statement, made of the same words. */
export interface Move extends Pick<Sale, 'channel' | 'code' | 'fen' | 'day'> {
  number: string;
  direction: 'in' | 'out';
  merchant: string;
}

export function movesOf(sale: Sale): Move[] {
  const { channel, code, fen, day, back } = sale;
  const place = { channel, code, merchant: chargeOf(code).merchant };
  const came: Move = { ...place, fen, day, number: randomUUID().replaceAll('-', ''), direction: 'in' };
  const backFen = back ? Math.ceil((fen * back.percent) / 100) : 0;
  if (!back || backFen === 0) return [came];
  const went: Move = { ...came, fen: backFen, day: daysAfter(day, back.after), direction: 'out' };
  return [came, { ...went, number: randomUUID().replaceAll('-', '') }];
}

export function entriesOf({ direction, fen: amountFen, ...move }: Move): SaidEntry[] {
  const { payee, destination, code, subject } = chargeOf(move.code);
  const line = { payee, destination, code, subject, amountFen };
  const { channel, merchant, day, number } = move;
  const item: ClearingItem = { channel, merchant, day, number, direction, amountFen, ref: '', lines: [line] };
  const clearing = `clearing/${channel}/${merchant}`;
  const [owed, refunds] = [`payee/${payee}/${destination}`, `refunds/${channel}/${merchant}`];
  const legs = (debit: string, credit: string) => [
    { account: debit, side: 'debit' as const, amountFen },
    { account: credit, side: 'credit' as const, amountFen },
  ];
  if (direction === 'in') return [{ kind: 'capture', legs: legs(clearing, owed), clears: [item] }];
  return [
    { kind: 'refund-promise', legs: legs(owed, refunds), lines: [{ ...line, amountFen: -amountFen }] },
    { kind: 'refund', legs: legs(refunds, clearing), clears: [item] },
  ];
}

export const rowOf = ({ direction, fen, number, day }: Move, line: number): StatementRow => ({
  ...bankRow(line, direction === 'in' ? fen : -fen, undefined, undefined, number),
  ref: '',
  at: startOf(day),
  about: undefined,
  feeFen: direction === 'in' ? feeOn(fen) : -feeOn(fen),
});

/** What a channel pays out of a day: of the water company’s it has kept its fees. */
function payoutOf(own: readonly Move[]): number {
  const fees = own[0]?.merchant === 'water' ? own.map((one, n) => rowOf(one, n + 1).feeFen) : [0];
  const fen = own.reduce((sum, one) => sum + (one.direction === 'in' ? one.fen : -one.fen), 0);
  return fen - fees.reduce((sum, fee) => sum + fee, 0);
}

/** The rows by which a bank shows days of channels: each for itself, or all of a channel in one where nothing is taken back. */
export function bankRowsOf(paid: readonly (readonly Move[])[], together: boolean): StatementRow[] {
  const payouts = paid
    .flatMap((own) => (own[0] ? [{ channel: own[0].channel, day: own[0].day, fen: payoutOf(own) }] : []))
    .filter(({ fen }) => fen !== 0)
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
  const groups = [...Map.groupBy(payouts, (one) => one.channel).values()].flatMap((own) =>
    together && own.every(({ fen }) => fen > 0) ? [own] : own.map((one) => [one]),
  );
  return groups.map((group, n) => {
    const { channel, day } = group.at(-1) ?? {};
    const fen = group.reduce((sum, one) => sum + one.fen, 0);
    return bankRow(n + 1, fen, channel, day, `${channel}-${day}`);
  });
}

/** What each payee is owed by the sales. */
export function owedBy(moves: readonly Move[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { code, direction, fen } of moves) {
    const { payee } = chargeOf(code);
    sums[payee] = (sums[payee] ?? 0) + (direction === 'in' ? fen : -fen);
  }
  return sums;
}

/** The days of channels that are matched in the first round, or in the second: a matter of their names; the largest sale is of the second. */
export function roundsOf(moves: readonly Move[]) {
  const days = Map.groupBy(moves, ({ channel, merchant, day }) => `${channel}.${merchant}.${day}`);
  const isLate = (own: readonly Move[]): boolean => {
    const [{ fen, day, merchant } = { fen: 0, day: '', merchant: '' }] = own;
    return fen === 5_000_000 || (Number(day.slice(-2)) + merchant.length) % 2 === 1;
  };
  return (late: boolean) => [...days.values()].filter((own) => isLate(own) === late);
}
