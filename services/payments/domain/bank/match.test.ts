import { expect, test } from 'vitest';
import { daysAfter } from '#shared/calendar';
import { fc } from '../../../../test/support/property.ts';
import { bankRow, payout } from '../../../../test/support/bank.ts';
import type { StatementRow } from '../reconciliation/row.ts';
import type { Expected } from './expected.ts';
import { matchBank } from './match.ts';

const day = '2026-08-10';
const [fri, sat, sun] = ['2026-08-07', '2026-08-08', '2026-08-09'] as const;
/** Class, lines of rows, ids of what was expected, difference. */
const found = (rows: StatementRow[], open: Expected[]) =>
  matchBank(rows, open, day).map((one) => [
    one.class,
    one.rows.map(({ line }) => line).join(),
    one.expected.map(({ id }) => id).join(),
    one.differenceFen,
  ]);
const weekend = [payout('wechat', fri, 100), payout('wechat', sat, 20), payout('wechat', sun, 3)];

test('one credit pays the days of a weekend together, and one day comes in several credits', () => {
  const ids = weekend.map(({ id }) => id).join();
  expect(found([bankRow(1, 123, 'wechat', sun)], weekend)).toEqual([['MATCHED', '1', ids, 0]]);
  const parts = [bankRow(1, 60, 'wechat', fri), bankRow(2, 40, 'wechat', fri)];
  expect(found(parts, weekend.slice(0, 1))).toEqual([['MATCHED', '1,2', weekend[0]?.id, 0]]);
});

test('what a channel takes back of a day of refunds is netted in a run, or debited alone', () => {
  const refunds = payout('alipay', fri, -50);
  expect(found([bankRow(1, -50, 'alipay', fri)], [refunds])).toMatchObject([['MATCHED', '1', refunds.id, 0]]);
  const next = payout('alipay', sat, 80);
  expect(found([bankRow(1, 30, 'alipay', sat)], [refunds, next])).toEqual([
    ['MATCHED', '1', `${refunds.id},${next.id}`, 0],
  ]);
});

test('a credit that names its day and pays another amount is over or under, and one of nobody is missing in the ledger', () => {
  const [friday] = weekend;
  if (!friday) throw new Error('no day');
  expect(found([bankRow(1, 99, 'wechat', fri)], [friday])).toEqual([['AMOUNT_UNDER', '1', friday.id, -1]]);
  expect(found([bankRow(1, 101, 'wechat', fri)], [friday])).toEqual([['AMOUNT_OVER', '1', friday.id, 1]]);
  expect(found([bankRow(1, 7)], [friday])).toEqual([
    ['MISSING_IN_LEDGER', '1', '', 7],
    ['TIMING_CARRY_OVER', '', friday.id, -100],
  ]);
});

test('a slip is found by its number and on its side; what came says nothing of what went', () => {
  const slip = { ...payout('counter-cash', fri, 500), number: 'D-1' };
  const paid = { ...payout('bank', fri, -500), id: 'refund', number: 'D-1' };
  const rows = [{ ...bankRow(1, 500), number: 'D-1' }];
  expect(found(rows, [paid, slip])).toEqual([
    ['MATCHED', '1', slip.id, 0],
    ['TIMING_CARRY_OVER', '', 'refund', 500],
  ]);
  expect(found([bankRow(1, -400, undefined, undefined, 'D-1')], [paid])).toEqual([['AMOUNT_OVER', '1', 'refund', 100]]);
});

test('UnionPay pays for the card terminals of the counter: their day is met by its own sum, or with the other', () => {
  const [web, terminals] = [payout('unionpay', fri, 10), payout('counter-pos', fri, 5)];
  expect(found([bankRow(1, 5, 'unionpay', fri), bankRow(2, 10, 'unionpay', fri)], [web, terminals])).toEqual(
    expect.arrayContaining([expect.arrayContaining(['MATCHED'])]),
  );
  expect(found([bankRow(1, 15, 'unionpay', fri)], [web, terminals]).map(([one]) => one)).toEqual(['MATCHED']);
});

test('a row that is not in yuan, or is said twice, is held against nothing', () => {
  const [friday] = weekend;
  if (!friday) throw new Error('no day');
  const row = bankRow(1, 100, 'wechat', fri);
  const classes = found([row, { ...row, line: 2 }, { ...bankRow(3, 1), currency: 'USD' }], [friday]);
  expect(classes.map(([one, line]) => [one, line])).toEqual([
    ['DUPLICATE_IN_STATEMENT', '2'],
    ['CURRENCY_MISMATCH', '3'],
    ['MATCHED', '1'],
  ]);
});

test('what is past its limit is missing in the statement, and still met by a late row', () => {
  const [friday] = weekend;
  if (!friday) throw new Error('no day');
  const late = { ...friday, state: 'overdue' as const };
  expect(found([], [late])).toEqual([['MISSING_IN_STATEMENT', '', late.id, -100]]);
  expect(found([bankRow(1, 100, 'wechat', fri)], [late]).map(([one]) => one)).toEqual(['MATCHED']);
});

/** Days of two channels, paid as banks do: alone, a run together, or in two parts; and some credits of nobody. */
const lives = fc.record({
  days: fc.array(fc.tuple(fc.constantFrom('wechat', 'alipay'), fc.integer({ min: 1, max: 9999 })), { maxLength: 12 }),
  ways: fc.array(fc.constantFrom('alone', 'together', 'parts', 'not-yet'), { minLength: 12, maxLength: 12 }),
  strange: fc.array(fc.integer({ min: 1, max: 9999 }), { maxLength: 3 }),
});

test('each row and each thing expected ends in one class, sums agree, and what was paid whole is matched', () => {
  fc.assert(
    fc.property(lives, ({ days, ways, strange }) => {
      const open = days.map(([channel, fen], n) => payout(channel, daysAfter('2026-07-20', n), fen));
      let line = 0;
      const next = () => (line += 1);
      const rows: StatementRow[] = [];
      const paid = new Set<string>();
      let run: Expected[] = [];
      const flush = () => {
        const last = run.at(-1);
        if (last)
          rows.push(
            bankRow(
              next(),
              run.reduce((sum, one) => sum + one.amountFen, 0),
              last.channel,
              last.day,
            ),
          );
        run = [];
      };
      for (const [n, one] of open.entries()) {
        const way = ways[n] ?? 'alone';
        if (run[0] && (way !== 'together' || run[0].channel !== one.channel)) flush();
        if (way === 'not-yet') continue;
        paid.add(one.id);
        if (way === 'together') run.push(one);
        else if (way === 'parts' && one.amountFen > 1) {
          rows.push(bankRow(next(), 1, one.channel, one.day), bankRow(next(), one.amountFen - 1, one.channel, one.day));
        } else rows.push(bankRow(next(), one.amountFen, one.channel, one.day));
      }
      flush();
      rows.push(...strange.map((fen) => bankRow(next(), fen)));
      const outcomes = matchBank(rows, open, day);
      expect(outcomes.flatMap((one) => one.rows.map((row) => row.line)).toSorted((a, b) => a - b)).toEqual(
        rows.map((row) => row.line),
      );
      expect(outcomes.flatMap((one) => one.expected.map(({ id }) => id)).toSorted()).toEqual(
        open.map(({ id }) => id).toSorted(),
      );
      const shown = rows.reduce((sum, one) => sum + one.amountFen, 0);
      const awaited = open.reduce((sum, one) => sum + one.amountFen, 0);
      expect(outcomes.reduce((sum, one) => sum + one.differenceFen, 0)).toBe(shown - awaited);
      for (const one of outcomes) if (one.class === 'MATCHED') expect(one.differenceFen).toBe(0);
      const matched = outcomes.filter((one) => one.class === 'MATCHED').flatMap((one) => one.expected);
      for (const id of paid) expect(matched.map((one) => one.id)).toContain(id);
    }),
    { numRuns: 200 },
  );
});
