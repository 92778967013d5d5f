import { expect, test } from 'vitest';
import { madeDay, place } from './statement-day.fake.ts';
import { openStatements, totalsOf, type Statements } from './statement-house.fake.ts';
import { matched, standing } from './statement-runs.fake.ts';

const feesReleased = async (house: Statements) =>
  (await house.deps.released.waiting(place.merchant)).reduce((sum, { feeFen }) => sum + feeFen, 0);

/** What two people have made of an exception. */
async function decided(house: Statements, nth: number): Promise<void> {
  const found = (await house.exceptions()).find(({ subject }) => subject.kind === 'number' && subject.nth === nth);
  if (!found) throw new Error(`no exception of row ${nth}`);
  const outcome = { by: 'checker', at: house.clock.now, action: 'suspend' };
  const after = { ...found, state: 'resolved' as const, version: found.version + 1, outcome };
  await house.deps.exceptions.save({ before: found, after, act: 'settle' }, house.causeOf());
}

test('the fee of a row that stands twice is released once, however often the file comes after people have ended the second', async () => {
  const { house, day } = await matched(['unknown', 'twin']);
  const [item] = day.items;
  const row = day.rows.at(-1);
  if (!item || !row) throw new Error('no twin');
  expect([row.feeFen, await feesReleased(house)]).toEqual([30, 30]);
  await decided(house, 2);
  await house.book([{ ...item, kind: 'suspend', lines: [] }]);
  for (const rows of [day.rows, [...day.rows, ...madeDay(['fine'], 'more').rows]]) {
    await house.receive({ rows, totals: totalsOf(rows) });
    await house.run();
    expect((await house.load())?.classes).toMatchObject({ MATCHED: { rows: 2 } });
    expect(await feesReleased(house)).toBe(30);
  }
});

test('several rows of one charge that say the same are all its own where nobody had to decide: all their fees are released', async () => {
  const house = await openStatements();
  const { rows, items } = madeDay(['fine']);
  const half = rows.map((row) => ({ ...row, amountFen: 60, feeFen: 1 }));
  await house.book(items.map((item) => ({ ...item, amountFen: 120, lines: [] })));
  await house.receive({ rows: [...half, ...half], totals: totalsOf([...half, ...half]) });
  await house.run();
  expect(await feesReleased(house)).toBe(2);
});

test('where another revision leaves the fee alone in question, the end of the exception is still to release the money', async () => {
  const { house, day } = await matched(['over']);
  const [item] = day.items;
  const rows = day.rows.map((row) => ({ ...row, amountFen: item?.amountFen ?? 0, feeFen: 99 }));
  await house.receive({ rows, totals: totalsOf(rows) });
  await house.run();
  expect(await house.exceptions()).toMatchObject([{ class: 'FEE_MISMATCH', state: 'open', money: 'end' }]);
  expect(await house.releasedFen()).toBe(0);
});

test('a file whose rows are all of another merchant is not taken for ours; one row alone is a difference', async () => {
  const house = await openStatements();
  const theirs = madeDay(['fine', 'fine', 'fine']).rows.map((row) => ({ ...row, merchantNumber: '1999999999' }));
  await house.receive({ rows: theirs, totals: totalsOf(theirs) });
  await house.run();
  expect([(await house.load())?.state, await house.exceptions()]).toMatchObject([
    'unreadable',
    [{ class: 'UNREADABLE_FILE', detail: 'another-merchant' }],
  ]);
  expect(house.entries()).toEqual([]);
  await house.receive({ rows: theirs.slice(1, 2) });
  await house.run();
  expect((await house.load())?.state).toBe('matched');
});

test('a file of which ten thousand lines cannot be read is asked for again, and its lines are nobody’s work', async () => {
  const house = await openStatements();
  const bad = Array.from({ length: 10_001 }, (_, n) => ({ line: n + 2, why: 'no backtick' }));
  await house.receive({ rows: [], bad });
  await house.run();
  expect(await standing(house)).toEqual([['UNREADABLE_FILE', 'open']]);
});
