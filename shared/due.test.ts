import { expect, test } from 'vitest';
import { dayOf, daysAfter, daysBetween, endOf, nextDay } from '#shared/calendar';
import { walkDue, walkedTo, dueWrites, type DueRecord } from '#shared/due';
import { duePartition, dueShards, horizonDays } from '#shared/due-place';
import type { Lookup } from '#shared/table';
import { fakeTable } from '#shared/table.fake';
import { fc } from '../test/support/property.ts';

const hourMs = 3_600_000;
const begin = new Date('2026-03-02T01:00:00Z');
const after = (from: Date, hours: number) => new Date(from.getTime() + hours * hourMs);

/** A table whose queries and passes are watched, and beside it, in a map, what is due when. */
function diary() {
  const table = fakeTable({ page: 3 });
  const due = new Map<string, Date>();
  const read: string[] = [];
  const watched = {
    ...table,
    query: (lookup: Lookup) => {
      read.push(lookup.partition);
      return table.query(lookup);
    },
  };

  async function place(pk: string, at: Date | undefined, now: Date): Promise<void> {
    const writes = dueWrites(pk, { was: due.get(pk), is: at }, now);
    if (writes.length > 0) await table.transact(writes);
    if (at) due.set(pk, at);
    else due.delete(pk);
  }

  /** Walks, and is killed with the pass after so many; each pass says when the record is due again, if at all. */
  async function walk(now: Date, { killedAfter = Infinity, again }: { killedAfter?: number; again?: Date } = {}) {
    const passes: Promise<boolean>[] = [];
    read.length = 0;
    const pass = async ({ pk, at }: DueRecord): Promise<boolean> => {
      if (passes.length >= killedAfter) throw new Error('killed');
      // Once for each time that it is due: a second pass would find it gone or at another time.
      expect(due.get(pk)).toEqual(at);
      expect(at < now).toBe(true);
      await place(pk, again, now);
      return true;
    };
    const passed = await walkDue(watched, now, (record) => {
      const passing = pass(record);
      passes.push(passing);
      return passing;
    }).catch(() => undefined);
    await Promise.allSettled(passes);
    return { passed, passes: passes.length, read: [...read] };
  }
  const late = (now: Date) => [...due].filter(([, at]) => at < now);
  return { table, due, place, walk, late };
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ place: fc.nat(9), inHours: fc.integer({ min: -40, max: 300 }) }) },
  { weight: 1, arbitrary: fc.record({ place: fc.nat(9), inHours: fc.integer({ min: 2000, max: 6000 }) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.record({ wait: fc.oneof(fc.nat(6), fc.nat(200), fc.nat(4000)) }) },
  {
    weight: 4,
    arbitrary: fc.record({ killedAfter: fc.option(fc.nat(4)), again: fc.option(fc.integer({ min: 1, max: 99 })) }),
  },
);

test('whatever is placed, moved and taken away, and whenever a walk is killed, each is passed once when it is due', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const { place, walk, late, due } = diary();
      let now = begin;
      // A service that is deployed walks from then on; that first one may be killed as well.
      await place('CASE#first', after(now, -1), now);
      await walk(now, { killedAfter: 0 });
      for (const one of [...steps, { killedAfter: null, again: null }]) {
        if ('wait' in one) now = after(now, one.wait);
        else if ('remove' in one) await place(`CASE#${one.remove}`, undefined, now);
        else if ('place' in one) await place(`CASE#${one.place}`, after(now, one.inHours), now);
        else {
          const expected = late(now).length;
          const again = one.again === null ? {} : { again: after(now, one.again) };
          const { passed, passes } = await walk(now, { ...again, killedAfter: one.killedAfter ?? Infinity });
          if (passed === undefined) expect(passes).toBeGreaterThan(one.killedAfter ?? Infinity);
          else expect([passed, late(now)]).toEqual([expected, []]);
        }
      }
      expect(due.size).toBeLessThanOrEqual(11);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a walk reads the shards of the days since the last one and no other, however much waits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(12), fc.nat(3), fc.nat(40), async (gap, lateOnes, waiting) => {
      const { place, walk, table } = diary();
      await walk(begin);
      for (let n = 0; n < lateOnes; n++) await place(`CASE#late-${n}`, after(begin, 1), begin);
      const now = after(begin, 24 * gap + 2);
      for (let n = 0; n < waiting; n++) await place(`CASE#waiting-${n}`, after(now, 24 + n * 7), begin);
      table.calls.length = 0;
      const { passed, read } = await walk(now);
      // The first walk of all has begun with the day before; it was over for long then.
      const days = Array.from({ length: gap + 1 }, (_, n) => daysAfter(dayOf(begin), n));
      const shards = days.flatMap((day) => dueShards.map((shard) => duePartition(day, shard)));
      expect([passed, new Set(read)]).toEqual([lateOnes, new Set(shards)]);
      // A page that is full of what was due asks for the next one.
      expect(read.length - shards.length).toBeLessThanOrEqual(Math.ceil(lateOnes / 3));
      expect(table.calls.filter((call) => call === 'TransactWriteItems')).toHaveLength(lateOnes);
    }),
    { numRuns: 40 },
  );
});

/** The queries of a walk, two hours on, that finds so many due an hour later. */
async function cost(waiting: number): Promise<number> {
  const { place, walk } = diary();
  await walk(begin);
  for (let n = 0; n < waiting; n++) await place(`CASE#${n}`, after(begin, 3 + n / 100), begin);
  return (await walk(after(begin, 2))).read.length;
}

test('what is due today but later costs a walk nothing more', async () => {
  expect(await cost(120)).toBe(await cost(0));
});

test('a day is walked for an hour after its end, for what was begun before midnight and written after it, and then never again', async () => {
  const { place, walk, table, late } = diary();
  await walk(begin);
  const midnight = endOf(dayOf(begin));
  await walk(after(midnight, 0.1));
  // Begun before midnight, written after the walk.
  await place('CASE#slow', midnight, after(midnight, -0.1));
  expect((await walk(after(midnight, 0.5))).passed).toBe(1);
  expect(late(after(midnight, 0.5))).toEqual([]);
  await place('CASE#slower', midnight, after(midnight, -0.1));
  expect((await walk(after(midnight, 1.1))).passed).toBe(1);
  expect((await walkedTo(table))?.day).toBe(nextDay(dayOf(begin)));
  const own = dueShards.map((shard) => duePartition(nextDay(dayOf(begin)), shard));
  expect((await walk(after(midnight, 1.2))).read).toEqual(own);
});

test('what is due far off is put further on as often as the walk comes by, and passed on its day alone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: horizonDays, max: 4 * horizonDays }), async (days) => {
      const { place, walk, table } = diary();
      const at = after(begin, 24 * days);
      await walk(begin);
      await place('CASE#far', at, begin);
      const passedOn: number[] = [];
      for (let day = 1; day <= days + 1; day += 7) {
        const now = after(begin, 24 * day);
        if ((await walk(now)).passed === 1) passedOn.push(day);
        const row = table.rows().find(({ pk }) => pk === 'CASE#far');
        const stands = /#(\S+)#/.exec(String(row?.['pk3']))?.[1];
        if (stands) expect(daysBetween(dayOf(now), stands)).toBeLessThanOrEqual(horizonDays);
      }
      await walk(after(at, 1));
      expect(passedOn.filter((day) => day <= days)).toEqual([]);
      expect(table.rows().filter(({ pk }) => pk === 'CASE#far')).toEqual([]);
    }),
    { numRuns: 5 },
  );
}, 60_000);

test('who has moved a row meanwhile knows better than the walk that would put it further on', async () => {
  const { place, walk, table } = diary();
  const far = after(begin, 24 * 150);
  await walk(begin);
  await place('CASE#1', far, begin);
  const now = after(begin, 24 * 101);
  const nearer = after(now, 5);
  table.beforeNextWrite(() => place('CASE#1', nearer, now));
  await walk(now);
  expect((await walk(after(now, 6))).passed).toBe(1);
});
