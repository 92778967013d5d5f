import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { madeDay, netOf, place } from './statement-day.fake.ts';
import { matched, standing } from './statement-runs.fake.ts';
import { openStatements, totalsOf } from './statement-house.fake.ts';

const clearing = 'clearing/wechat/treasury';

test('a day whose file agrees is matched: nothing stays in clearing, all is in transit, and its money is released', async () => {
  const { house, day } = await matched(['fine', 'fine', 'refund', 'whole', 'several-rows']);
  const found = await house.load();
  expect(found).toMatchObject({ state: 'matched', shardsDone: 16, badLines: 0, classes: { MATCHED: { rows: 6 } } });
  expect(found?.items).toMatchObject({ MATCHED: { rows: 6 } });
  expect(await house.exceptions()).toEqual([]);
  const net = netOf(day.rows);
  const fees = day.rows.reduce((sum, one) => sum + one.feeFen, 0);
  const accounts = [clearing, 'transit/wechat/treasury', 'fees/wechat/treasury', 'fees-due/wechat'];
  expect(accounts.map((one) => house.held(one))).toEqual([0, net, fees, fees]);
  expect(await house.releasedFen()).toBe(net);
});

test('matched rows stand in the files of results alone, each once', async () => {
  const { house, day } = await matched(['fine', 'fine', 'over', 'unseen']);
  const files = [...house.bucket.files].filter(([key]) => key.startsWith('results/'));
  const lines = files.flatMap(([, { bytes }]) => gunzipSync(bytes).toString().split('\r\n').slice(1, -1));
  expect(files.length).toBe(16);
  expect(lines.length).toBe(day.rows.length + 1);
  expect(lines.filter((one) => one.includes('MATCHED')).length).toBe(2);
});

test('the same fact again, and the same file as another revision, change nothing', async () => {
  const { house, day } = await matched(['fine', 'over', 'unknown', 'fee', 'twin']);
  const before = [await standing(house), house.held(clearing), await house.releasedFen(), house.entries().length];
  await house.run();
  expect([await standing(house), house.held(clearing), await house.releasedFen(), house.entries().length]).toEqual(
    before,
  );
  await house.receive({ rows: day.rows, totals: totalsOf(day.rows) });
  await house.run();
  expect([await standing(house), house.held(clearing), await house.releasedFen()]).toEqual(before.slice(0, 3));
});

test('a second revision that is right takes back what the first had settled, and what it was wrong in falls away', async () => {
  const { house, day } = await matched(['fine', 'over', 'under', 'unseen', 'unknown', 'fee']);
  const [over, under, unseen] = day.items.slice(1, 4);
  const rows = day.rows
    .filter(({ number }) => day.items.some((item) => item.number === number))
    .map((row) => ({ ...row, amountFen: day.items.find((item) => item.number === row.number)?.amountFen ?? 0 }));
  const fresh = madeDay(['fine']).rows.flatMap((row) =>
    unseen ? [{ ...row, number: unseen.number, ref: unseen.ref, amountFen: unseen.amountFen }] : [],
  );
  const priced = [...rows, ...fresh].map((row) => ({ ...row, feeFen: Math.round(row.amountFen * 0.0038) }));
  await house.receive({ rows: priced, totals: totalsOf(priced) });
  await house.run();
  expect([over, under].every(Boolean)).toBe(true);
  expect((await standing(house)).map(([, state]) => state)).toEqual([
    'resolved',
    'resolved',
    'resolved',
    'resolved',
    'resolved',
  ]);
  expect(house.held(clearing)).toBe(0);
  expect(await house.releasedFen()).toBe(netOf(priced));
  const unsettled = house.entries().filter(({ kind }) => kind === 'unsettle');
  const ids = new Set(house.entries().map(({ id }) => id));
  expect(unsettled.map(({ corrects }) => ids.has(corrects ?? ''))).toEqual([true, true]);
});

test('what two people have decided stays decided when the same file comes again, and is open again when it is wrong in another way', async () => {
  const { house, day } = await matched(['unknown']);
  const [found] = await house.exceptions();
  if (!found) throw new Error('no exception');
  const outcome = { by: 'checker', at: house.clock.now, action: 'accept' };
  const decided = { ...found, state: 'resolved' as const, version: found.version + 1, outcome };
  await house.deps.exceptions.save({ before: found, after: decided, act: 'settle' }, house.causeOf());
  await house.receive({ rows: day.rows });
  await house.run();
  expect(await standing(house)).toEqual([['MISSING_IN_LEDGER', 'resolved']]);
  await house.receive({ rows: day.rows.map((row) => ({ ...row, amountFen: row.amountFen + 1 })) });
  await house.run();
  expect(await standing(house)).toEqual([['MISSING_IN_LEDGER', 'open']]);
});

test('lines that cannot be read stop no others and are named; a file that is none of its format changes nothing but says so', async () => {
  const house = await openStatements();
  const day = madeDay(['fine', 'fine']);
  await house.book(day.items);
  await house.receive({ rows: [], unreadable: true });
  await house.run();
  expect([(await house.load())?.state, await standing(house)]).toEqual(['unreadable', [['UNREADABLE_FILE', 'open']]]);
  const bad = [{ line: 9, why: '手续费: no amount' }];
  await house.receive({ rows: day.rows, bad, totals: totalsOf(day.rows, 1) });
  await house.run();
  expect((await house.load())?.classes).toMatchObject({ MATCHED: { rows: 2 }, UNPARSEABLE_ROW: { rows: 1 } });
  expect(await standing(house)).toEqual([
    ['UNPARSEABLE_ROW', 'open'],
    ['UNREADABLE_FILE', 'resolved'],
  ]);
  await house.receive({ rows: day.rows, totals: { ...totalsOf(day.rows), inFen: 1 } });
  await house.run();
  expect(await standing(house)).toEqual([
    ['FILE_TOTAL_MISMATCH', 'open'],
    ['UNPARSEABLE_ROW', 'resolved'],
  ]);
});

test('of a payee’s own account the fee is taken out of what is paid out', async () => {
  const water = { ...place, merchant: 'water' };
  const house = await openStatements();
  const day = madeDay(['fine'], '', water);
  await house.book(day.items);
  await house.receive({ rows: day.rows.map((row) => ({ ...row, feeFen: 7 })) }, water);
  await house.run(water);
  const accounts = ['clearing/wechat/water', 'transit/wechat/water', 'fees/wechat/water', 'fees-due/wechat'];
  expect(accounts.map((one) => house.held(one))).toEqual([0, netOf(day.rows) - 7, 7, 0]);
});

test('the first file that can be read releases its day under the name of the day, whichever came before it', async () => {
  const house = await openStatements();
  const day = madeDay(['fine']);
  await house.book(day.items);
  await house.receive({ rows: [], unreadable: true });
  await house.run();
  await house.receive({ rows: day.rows, totals: totalsOf(day.rows) });
  await house.run();
  const [found, ...others] = await house.released();
  expect([found?.source, others]).toEqual([`wechat.treasury.${place.day}`, []]);
});
