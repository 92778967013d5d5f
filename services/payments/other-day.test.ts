import { expect, test } from 'vitest';
import { daysAfter, startOf } from '#shared/calendar';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { openPayments } from '../../test/support/payments.ts';
import { dayWatcher } from './domain/reconciliation/other-day.ts';
import type { Read } from './domain/reconciliation/row.ts';
import { madeDay, place } from './statement-day.fake.ts';
import { openStatements, totalsOf } from './statement-house.fake.ts';

const on = (day: string): Read => ({ row: { ...bankRow(1, 1), at: startOf(day) } });

const otherDay = (reads: readonly Read[], from = '2026-08-03') => {
  const watcher = dayWatcher({ from, day: '2026-08-03' });
  for (const one of reads) watcher.see(one);
  return watcher.otherDay();
};

test('a file of our own merchant of another day is refused whole and says both days; the right one takes its place', async () => {
  const house = await openStatements();
  const yesterday = { ...place, day: daysAfter(place.day, -1) };
  const [theirs, ours] = [madeDay(['fine', 'fine'], 'y', yesterday), madeDay(['fine', 'fine'])];
  await house.book([...theirs.items, ...ours.items]);
  const before = house.entries().length;
  await house.receive({ rows: theirs.rows, totals: totalsOf(theirs.rows) });
  await house.run();
  expect(await house.load()).toMatchObject({ state: 'unreadable', file: { revision: 1 } });
  expect(await house.exceptions()).toMatchObject([
    { class: 'UNREADABLE_FILE', detail: 'another-day: 2026-08-02 instead of 2026-08-03' },
  ]);
  expect(house.entries().length).toBe(before);
  // Of the right one a row may be of the day before: it is what it is.
  const rows = [...ours.rows, ...theirs.rows.slice(1)];
  await house.receive({ rows, totals: totalsOf(rows) });
  await house.run();
  expect((await house.load())?.classes).toEqual({ MATCHED: expect.objectContaining({ rows: 3 }) });
  expect(await house.exceptions()).toMatchObject([{ class: 'UNREADABLE_FILE', state: 'resolved' }]);
});

test('which day a whole file is of is what it says itself, else what none of its rows denies; one row alone says nothing', () => {
  const [before, own, after] = [on('2026-08-02'), on('2026-08-03'), on('2026-08-04')];
  expect(
    [[], [own], [before], [before, own, before], [{ day: '2026-08-03' }, before, before]].map((of) => otherDay(of)),
  ).toEqual([undefined, undefined, undefined, undefined, undefined]);
  expect(
    [[before, after, before], [{ day: '2026-08-02' }], [{ day: '2026-08-04' }, own]].map((of) => otherDay(of)),
  ).toEqual(['2026-08-02', '2026-08-02', '2026-08-04']);
  expect(otherDay([before, before], '2026-08-01')).toBeUndefined();
});

test('a bank may show on Monday what came on the days before on which it did not work, and not what came on Friday', async () => {
  const world = openPayments();
  await world.openCharges();
  const shows = async (day: string, revision: number) => {
    const rows = [1, 2].map((n) => ({ row: { ...bankRow(n, 50), at: startOf(day) } }));
    return (await banking(world).shows('2026-08-03', rows, { revision })).state;
  };
  expect([await shows('2026-07-31', 1), await shows('2026-08-01', 2)]).toEqual(['unreadable', 'matched']);
});
