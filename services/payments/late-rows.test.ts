import { expect, test } from 'vitest';
import { daysAfter } from '#shared/calendar';
import { madeDay, netOf, place } from './statement-day.fake.ts';
import { look, matched, standing } from './statement-runs.fake.ts';
import { openStatements } from './statement-house.fake.ts';

const clearing = 'clearing/wechat/treasury';
const nextDay = { ...place, day: daysAfter(place.day, 1) };

test('a late row closes what its item’s day has carried, and its money is released', async () => {
  const { house, day } = await matched(['unseen', 'fine']);
  expect(await standing(house)).toEqual([['TIMING_CARRY_OVER', 'carried']]);
  const [late] = madeDay(['fine']).rows;
  const rows = late ? [late] : [];
  expect(late?.number).toBe(day.items[0]?.number);
  await house.receive({ rows }, nextDay);
  await house.run(nextDay);
  expect(await standing(house)).toEqual([['TIMING_CARRY_OVER', 'resolved']]);
  expect([await standing(house, nextDay), (await house.load(nextDay))?.classes]).toMatchObject([
    [],
    { MATCHED: { rows: 1 } },
  ]);
  expect(house.held(clearing)).toBe(0);
  expect(await house.releasedFen()).toBe(netOf(day.items));
});

test('a row that comes before its item’s own day is run leaves a mark, so that its day misses nothing', async () => {
  const house = await openStatements();
  const day = madeDay(['fine']);
  await house.book(day.items);
  await house.receive({ rows: day.rows }, nextDay);
  await house.run(nextDay);
  await house.receive({ rows: [] });
  await house.run();
  expect([await standing(house), await standing(house, nextDay)]).toEqual([[], []]);
  expect([house.held(clearing), await house.releasedFen()]).toEqual([0, netOf(day.items)]);
  // Shown again on its own day it is one too many.
  await house.receive({ rows: day.rows });
  await house.run();
  expect(await standing(house)).toEqual([['DUPLICATE_IN_STATEMENT', 'open']]);
});

test('an item that a late row has claimed is claimed by no other, also before its own day is run', async () => {
  const house = await openStatements();
  const day = madeDay(['fine']);
  await house.book(day.items);
  for (const n of [1, 2]) {
    const later = { ...place, day: daysAfter(place.day, n) };
    await house.receive({ rows: day.rows }, later);
    await house.run(later);
  }
  const third = { ...place, day: daysAfter(place.day, 2) };
  expect([await standing(house, nextDay), await standing(house, third)]).toEqual([
    [],
    [['DUPLICATE_IN_STATEMENT', 'open']],
  ]);
  expect(await house.releasedFen()).toBe(netOf(day.items));
});

test('a row whose item its own day’s statement has shown is one too many on the next', async () => {
  const { house, day } = await matched(['fine']);
  await house.receive({ rows: day.rows }, nextDay);
  await house.run(nextDay);
  expect(await standing(house, nextDay)).toEqual([['DUPLICATE_IN_STATEMENT', 'open']]);
});

test('where another revision shows a late row no more, its item is missing again on its own day', async () => {
  const { house } = await matched(['unseen']);
  await house.receive({ rows: madeDay(['fine']).rows }, nextDay);
  await house.run(nextDay);
  await house.receive({ rows: [] }, nextDay);
  await house.run(nextDay);
  expect((await standing(house)).map(([, state]) => state)).toEqual(['open']);
  expect(house.held(clearing)).toBe(netOf(madeDay(['unseen']).items));
});

test('what is booked after its day was run is no longer missing when it is looked at again', async () => {
  const { house, day } = await matched(['unknown', 'fine']);
  await house.book(madeDay(['fine']).items);
  house.clock.now = new Date(house.clock.now.getTime() + 3_600_000);
  await look(house);
  expect(await standing(house)).toEqual([['MISSING_IN_LEDGER', 'resolved']]);
  expect([house.held(clearing), await house.releasedFen()]).toEqual([0, netOf(day.rows)]);
});

test('an item that is booked on the day after its row, once that day is run, ends what the row’s day was missing', async () => {
  const { house, day } = await matched(['unknown']);
  const [item] = madeDay(['fine']).items;
  await house.book(item ? [{ ...item, day: nextDay.day }] : []);
  await house.receive({ rows: [] }, nextDay);
  await house.run(nextDay);
  expect([await standing(house), await standing(house, nextDay)]).toEqual([[['MISSING_IN_LEDGER', 'resolved']], []]);
  expect([house.held(clearing), await house.releasedFen()]).toEqual([0, netOf(day.rows)]);
});

test('what is carried is missing once its limit is past, also where no other statement comes', async () => {
  const { house } = await matched(['unseen']);
  house.clock.now = new Date('2026-08-07T15:59:59Z');
  await look(house);
  expect(await standing(house)).toEqual([['TIMING_CARRY_OVER', 'carried']]);
  house.clock.now = new Date('2026-08-07T16:00:00Z');
  await look(house);
  expect(await standing(house)).toEqual([['MISSING_IN_STATEMENT', 'open']]);
});
