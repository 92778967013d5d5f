import { expect, test } from 'vitest';
import { daysAfter, startOf } from '#shared/calendar';
import { fc } from '../../test/support/property.ts';
import { clearingOf } from './domain/ledger/accounts.ts';
import { counts } from './domain/reconciliation/verdict.ts';
import { faults, kinds, madeDay, netOf, place, type Kind, type MadeDay } from './statement-day.fake.ts';
import { openStatements, totalsOf, type Statements } from './statement-house.fake.ts';

// In CI days of some hundred payments; `npm run test:long` has days of up to a hundred thousand.
const isLong = Number(process.env['PAYMENT_RUNS'] ?? 500) >= 10_000;
const sizes = isLong ? [100, 1000, 10_000, 100_000] : [120];

/** A day of so many payments, most of them fine, of which some are spoilt, each fault at least now and then. */
function mixOf(size: number, wanted: readonly Kind[]): Kind[] {
  const fine = kinds.filter((kind) => !faults.some((one) => one === kind));
  const every = Math.max(2, Math.floor(size / wanted.length));
  return Array.from(
    { length: size },
    (_, n) => (n % every === 0 ? wanted[n / every] : fine[n % fine.length]) ?? 'fine',
  );
}

const named = async (house: Statements, at: typeof place) =>
  new Map(
    (await house.exceptions(at)).flatMap(({ subject, class: found }) => {
      const key = subject.kind === 'number' ? `${subject.number} ${subject.direction} ${subject.nth}` : undefined;
      return [[key ?? (subject.kind === 'line' ? `line ${subject.line}` : 'file'), found] as const];
    }),
  );
const rowsIn = (by: object = {}) =>
  Object.fromEntries(Object.entries(by).map(([name, { rows }]: [string, { rows: number }]) => [name, rows]));

/** What must hold of a day that is matched: I9, I10, I11. */
async function check(house: Statements, day: MadeDay, { at, bad }: { at: typeof place; bad: number }) {
  const found = await house.load(at);
  expect(found?.state).toBe('matched');
  const unread = bad > 0 ? { UNPARSEABLE_ROW: bad } : {};
  expect([rowsIn(found?.classes), rowsIn(found?.items)]).toEqual([{ ...day.rowsOf, ...unread }, day.itemsOf]);
  expect(house.held(clearingOf(at))).toBe(netOf(day.items) - netOf(day.rows.filter(counts)));
  expect(await house.releasedFen(at.merchant)).toBe(day.reconciledFen);
}

const mix = fc.record({
  size: fc.constantFrom(...sizes),
  wanted: fc.array(fc.constantFrom(...faults, ...faults, ...kinds), { minLength: 1, maxLength: 30 }),
  seed: fc.nat(),
  channel: fc.constantFrom('wechat', 'alipay', 'unionpay'),
  bad: fc.nat(3),
  says: fc.constantFrom('nothing', 'right', 'rows', 'sum'),
  killed: fc.array(fc.record({ write: fc.integer({ min: 1, max: 45 }), done: fc.boolean() }), { maxLength: 3 }),
});

test('whatever faults a day has, and wherever its run is killed: exactly those are found, and the books say the rest', async () => {
  await fc.assert(
    fc.asyncProperty(mix, async ({ size, wanted, seed, channel, bad: badLines, says, killed }) => {
      const house = await openStatements({ page: 1000 });
      const at = { ...place, channel };
      await house.openList(at);
      const day = madeDay(mixOf(size, wanted), String(seed), at);
      await house.book(day.items);
      const bad = Array.from({ length: badLines }, (_, n) => ({ line: 1_000_000 + n, why: '手续费: no amount' }));
      const right = totalsOf(day.rows, bad.length);
      const totals = {
        nothing: undefined,
        right,
        rows: { ...right, rows: right.rows + 1 },
        sum: { ...right, inFen: -1 },
      };
      await house.receive({ rows: day.rows, bad, totals: totals[says] }, at);
      for (const one of killed) await house.run(at, one).catch(() => undefined);
      await house.run(at);
      await house.run(at);

      const isFileWrong = says === 'rows' || (says === 'sum' && bad.length === 0);
      const lines = bad.map(({ line }) => [`line ${line}`, 'UNPARSEABLE_ROW'] as const);
      const file = isFileWrong ? [['file', 'FILE_TOTAL_MISMATCH'] as const] : [];
      expect(await named(house, at)).toEqual(new Map([...day.expected, ...lines, ...file]));
      await check(house, day, { at, bad: bad.length });
      // The same file as another revision finds the same.
      await house.receive({ rows: day.rows, bad: [], totals: right }, at);
      await house.run(at);
      await check(house, day, { at, bad: 0 });
    }),
    { numRuns: isLong ? 40 : 12 },
  );
}, 3_600_000);

test('rows that come a day early or late, in whatever order the days are run: each item is matched once, and its money released once', async () => {
  const days = [0, 1, 2].map((n) => ({ ...place, day: daysAfter(place.day, n) }));
  const shifted = fc.array(fc.record({ item: fc.nat(2), row: fc.nat(2) }), { minLength: 1, maxLength: 12 });
  const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
  await fc.assert(
    fc.asyncProperty(shifted, order, fc.nat(), async (things, runs, seed) => {
      const house = await openStatements();
      const made = madeDay(
        things.map(() => 'fine'),
        String(seed),
      );
      const near = things.map(({ item, row }) => (row < item - 1 ? { item, row: item } : { item, row }));
      const items = made.items.map((one, n) => ({ ...one, day: days[near[n]?.item ?? 0]?.day ?? '' }));
      await house.book(items);
      for (const n of runs) {
        // Whatever day the ledger has it on, the channel's row is of the day of its file.
        const at = startOf(days[n]?.day ?? '');
        const rows = made.rows.filter((_, of) => near[of]?.row === n).map((row) => ({ ...row, at }));
        await house.receive({ rows, totals: totalsOf(rows) }, days[n]);
        await house.run(days[n]);
      }
      const states = (await Promise.all(days.map((one) => house.exceptions(one)))).flat().map(({ state }) => state);
      expect(new Set(states)).toEqual(new Set(states.length > 0 ? ['resolved'] : []));
      expect(house.held(clearingOf(place))).toBe(0);
      expect(await house.releasedFen()).toBe(netOf(made.items));
    }),
    { numRuns: isLong ? 2000 : 40 },
  );
}, 3_600_000);
