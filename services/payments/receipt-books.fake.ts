import { expect } from 'vitest';
import type { FakeTable } from '#shared/table.fake';
import { readBooks } from './books.fake.ts';
import type { Receipt } from './domain/receipt/receipt.ts';
import { receiptIn, segmentIn } from './stores/receipt-rows.ts';

/** Everything about receipts that payments has written, read past its stores. */
function readReceipts(table: Pick<FakeTable, 'rows'>) {
  const rows = table.rows();
  const of = (prefix: string, sk = 'REC') =>
    rows.filter((row) => String(row['pk']).startsWith(prefix) && String(row['sk']).startsWith(sk));
  return {
    segments: of('SEGMENT#').map(segmentIn),
    lanes: of('SEGMENT#', 'LANE#').map(({ segmentId, from, to, next }) => {
      return { segmentId, from: Number(from), to: Number(to), next: Number(next) };
    }),
    numbers: of('RECEIPT-NUMBER#').map(({ pk, receiptId }) => [String(pk).slice(15), receiptId] as const),
    receipts: of('RECEIPT#').map(receiptIn),
  };
}

const span = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const sorted = (of: readonly number[]): number[] => of.toSorted((one, other) => one - other);

const nameOf = ({ code, number }: Pick<Receipt, 'code' | 'number'>) => `${code}#${number}`;

/** I13: each number that was given is a receipt, a red one, void, or still free; no receipt has a number that was not. */
export function checkNumbers(table: Pick<FakeTable, 'rows'>): void {
  const { segments, lanes, numbers, receipts } = readReceipts(table);
  expect(new Set(receipts.map(nameOf)).size).toBe(receipts.length);
  expect(new Map(numbers)).toEqual(new Map(receipts.map((one) => [nameOf(one), one.id])));

  let explained = 0;
  for (const one of segments) {
    const used = receipts
      .filter(({ code, number }) => code === one.code && Number(number) >= one.from && Number(number) <= one.to)
      .map(({ number }) => Number(number));
    if (one.state === 'rejected' || one.state === 'proposed') continue;
    explained += used.length;
    const own = lanes.filter(({ segmentId }) => segmentId === one.id);
    const free = own.flatMap(({ next, to }) => span(next, to));
    const voided = one.void.flatMap(({ from, to }) => span(from, to));
    expect(sorted([...used, ...free, ...voided])).toEqual(span(one.from, one.to));
    if (one.state === 'closed') expect(free).toEqual([]);
    else expect(voided).toEqual([]);
  }
  expect(explained).toBe(receipts.length);
}

/** A red one takes back the whole of the one that it names, once; of one debt one blue one is good at most. */
export function checkReceipts(table: Pick<FakeTable, 'rows'>): void {
  const { receipts } = readReceipts(table);
  const byId = new Map(receipts.map((one) => [one.id, one]));
  for (const one of receipts) {
    const other = byId.get((one.kind === 'red' ? one.reverses : one.reversedBy) ?? '');
    expect([one.state, other !== undefined]).toEqual([one.state, one.kind === 'red' || one.state === 'reversed']);
    if (other) expect(other).toMatchObject({ lines: one.lines, payer: one.payer, payee: one.payee });
    if (other && one.kind === 'red') expect(other).toMatchObject({ state: 'reversed', reversedBy: one.id });
  }
  const good = receipts.filter(({ kind, state }) => kind === 'blue' && state !== 'reversed');
  expect(new Set(good.map(({ accountId }) => accountId)).size).toBe(good.length);
}

/** At the end, what the good receipts say is what was paid and is not back: by order, payee, bill and charge. */
export function checkOwed(table: Pick<FakeTable, 'rows'>, fiscal: ReadonlySet<string>): void {
  const { bills, orders, refunds } = readBooks(table);
  const owed = new Map<string, number>();
  const add = (key: string, fen: number) => owed.set(key, (owed.get(key) ?? 0) + fen);
  for (const { id, payments } of orders) {
    for (const bill of payments.filter(({ capturedBy }) => capturedBy).flatMap((one) => one.bills)) {
      for (const line of bills.get(bill)?.bill.lines ?? []) {
        if (fiscal.has(line.code)) add(`${id} ${line.payee} ${bill} ${line.code}`, line.amountFen);
      }
    }
  }
  for (const { of, orderId, state } of refunds) {
    if (state !== 'done' || of.kind !== 'lines') continue;
    const lines = of.lines.filter(({ code }) => fiscal.has(code));
    for (const { payee, code, amountFen } of lines) add(`${orderId} ${payee} ${of.billId} ${code}`, -amountFen);
  }
  const said = readReceipts(table)
    .receipts.filter(({ kind, state }) => kind === 'blue' && state !== 'reversed')
    .flatMap(({ orderId, payee, lines }) =>
      lines.map(({ billId, code, amountFen }) => [`${orderId} ${payee} ${billId} ${code}`, amountFen] as const),
    );
  expect(new Map(said)).toEqual(new Map([...owed].filter(([, fen]) => fen > 0)));
}
