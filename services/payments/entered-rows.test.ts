import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { banking } from '../../test/support/banking.ts';
import { excepting } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { expectPayout, shownApartFen } from './domain/bank/expected.ts';
import { ownCause } from './functions/own-cause.ts';
import { madeDay, place, type Kind } from './statement-day.fake.ts';
import { openStatements, totalsOf, type Statements } from './statement-house.fake.ts';
import { look } from './statement-runs.fake.ts';
import { expectedWrites } from './stores/expected.ts';

/** A day whose second row is a line that cannot be read, and people who look at it over HTTP. */
async function unread(kinds: readonly Kind[]) {
  const house = await openStatements();
  const day = madeDay(kinds);
  await house.book(day.items);
  const row = day.rows[1];
  const rest = day.rows.filter((one) => one !== row);
  if (!row) throw new Error('no row');
  await house.receive({ rows: rest, bad: [{ line: 3, why: '金额: no amount' }], totals: totalsOf(rest, 1) });
  await house.run();
  const change = (deps: ReturnType<typeof openPayments>['deps']) => ({
    ...deps,
    ...house.deps,
    publisher: deps.publisher,
    numbersAt: deps.numbersAt,
    now: () => house.clock.now,
  });
  const people = excepting(openPayments({ change }));
  const line = (await house.exceptions()).find(({ subject }) => subject.kind === 'line');
  const typed = { number: row.number, direction: row.direction, amountFen: row.amountFen, feeFen: row.feeFen };
  return { house, day, row, rest, people, id: line?.id ?? '', typed };
}

const accounts = ['clearing/wechat/treasury', 'transit/wechat/treasury', 'fees-due/wechat', 'suspense/wechat/treasury'];
const heldBy = (house: Statements) => accounts.map((one) => house.held(one));
/** What the bank is to show of the day in all, the row that a person has read with it. */
async function awaitedFen({ deps, load }: Statements, { expected }: { expected: 'row' | 'none' }): Promise<number[]> {
  const all = await deps.expected.ofDay(place.merchant, place.day);
  const found = await load();
  const { inFen = 0, outFen = 0 } = found?.settled?.moved ?? {};
  const revision = found?.file?.revision ?? 0;
  expect(all.length).toBe(expected === 'row' ? 1 : 0);
  return [
    inFen - outFen - shownApartFen(all, { channel: place.channel, revision }),
    ...all.map((one) => one.amountFen),
  ];
}

test('a line that a person has read counts once when another file says it itself: its entries are taken back, and both are shown', async () => {
  for (const write of [0, 1, 2, 3, 99]) {
    for (const isLooked of [false, true]) {
      const { house, day, row, rest, people, id, typed } = await unread(['fine', 'fine', 'refund']);
      await people.ended(id, { action: 'enter-row', row: typed });
      // In between the clock finds that nothing is missing of it any more.
      if (isLooked) house.clock.now = new Date('2026-08-09T03:00:00Z');
      if (isLooked) await look(house);
      expect(await awaitedFen(house, { expected: 'row' })).toEqual([expect.any(Number), row.amountFen]);
      await house.receive({ rows: [row, ...rest], totals: totalsOf([row, ...rest]) });
      await house.run(place, { write, done: true }).catch(() => undefined);
      await house.run();
      expect((await house.load())?.classes).toEqual({ MATCHED: expect.objectContaining({ rows: 3 }) });
      const fees = day.rows.reduce((fen, one) => fen + one.feeFen, 0);
      expect(heldBy(house)).toEqual([0, day.reconciledFen, fees, 0]);
      expect(await house.releasedFen()).toBe(day.reconciledFen);
      expect(await people.read(id)).toMatchObject({
        status: 'resolved',
        entered: typed,
        supersededBy: 2,
        outcome: { action: 'enter-row' },
      });
      const unsettled = house.entries().filter(({ kind, of }) => kind === 'unsettle' && of === id);
      expect(unsettled.map(({ corrects }) => typeof corrects)).toEqual(['string', 'string']);
      // The bank has its row, or will: what the day pays out besides is the rest.
      const [besides = 0, apart = 0] = await awaitedFen(house, { expected: 'row' });
      expect(besides + apart).toBe(day.reconciledFen);
    }
  }
});

test('what was nobody’s in a line that a person has read leaves suspense with it; what was somebody’s by then stays his', async () => {
  for (const isMoved of [false, true]) {
    const { house, row, rest, people, id, typed } = await unread(['fine', 'unknown']);
    const { suspenseId } = await people.ended(id, { action: 'enter-row', row: typed });
    const held = await house.deps.suspense.load(suspenseId);
    const paid = held && { before: held, item: { ...held, state: 'returned' as const, version: 2 }, entries: [] };
    if (isMoved && paid) await house.deps.suspense.save({ ...paid, act: 'pay-out' }, house.causeOf());
    await house.receive({ rows: [row, ...rest], totals: totalsOf([row, ...rest]) });
    await house.run();
    const open = (await house.exceptions()).filter(({ state }) => state === 'open');
    expect(open.map((one) => one.class)).toEqual(isMoved ? [] : ['MISSING_IN_LEDGER']);
    expect((await house.deps.suspense.load(suspenseId))?.state).toBe(isMoved ? 'returned' : 'withdrawn');
    expect(house.held('clearing/wechat/treasury')).toBe(isMoved ? 0 : -row.amountFen);
    expect(house.held('suspense/wechat/treasury')).toBe(isMoved ? row.amountFen : 0);
  }
});

test('a file that cannot be read takes no line back that a person has read, and leaves what waits to be read', async () => {
  const { house, row, people, id, typed } = await unread(['fine', 'fine']);
  await house.receive({ rows: [], unreadable: true });
  await house.run();
  expect((await people.read(id)).status).toBe('open');
  await people.ended(id, { action: 'enter-row', row: typed });
  await house.receive({ rows: [row], unreadable: true });
  await house.run();
  expect((await people.read(id)).supersededBy).toBeUndefined();
  expect(heldBy(house).slice(0, 1)).toEqual([0]);
});

test('the bank is to show once what a person has read and another file says: in its own row, and not with the rest of the day', async () => {
  const world = openPayments();
  await world.openCharges();
  const said = { ...place, amountFen: 70, revision: 1 };
  const row = expectPayout({ ...said, id: `row.${randomUUID()}` });
  await banking(world).settled(place, 300);
  await world.base.table.transact(expectedWrites({ after: row }, ownCause(world.deps)));
  // The next file says 70 more of that line, and 5 of another.
  await banking(world).settled(place, 75, 2);
  const all = await world.deps.expected.ofDay(place.merchant, place.day);
  expect(all.map(({ amountFen }) => amountFen).toSorted((one, other) => one - other)).toEqual([70, 305]);
});
