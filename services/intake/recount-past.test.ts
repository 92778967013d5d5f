import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fakeTable } from '#shared/table.fake';
import { amended, turned } from '../../test/support/amended.ts';
import { intakeOver, people, read } from '../../test/support/intake.ts';
import { daysBy, lastMomentOf, workingDays, type Days } from '../../test/support/model/days.ts';
import { fc } from '../../test/support/property.ts';
import { receiveDays, recounted, stored, told } from '../../test/support/recounts.ts';
import { at } from './acting.fake.ts';
import type { Application } from './domain/case/application.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const start = at('02-10 09:00');
const hourMs = 3_600_000;
const limit = { unit: 'working-day', from: 'accepted', of: 'office' } as const;
const notice = { by: 'clerk', defects: [{ what: '缺图', mend: '补图' }], fault: false };

const earlier = fc.integer({ min: -9 * 24, max: -1 }).map((hours) => new Date(start.getTime() + hours * hourMs));
/** Accepted with any promise, handed in and not looked at yet, or waiting for an answer. */
const openCase = fc.oneof(
  fc
    .record({ acceptedAt: earlier, n: fc.integer({ min: 1, max: 40 }) })
    .map(({ acceptedAt, n }): Partial<Application> => ({
      state: 'accepted',
      submittedAt: acceptedAt,
      acceptedAt,
      promised: { ...limit, n },
    })),
  earlier.map((submittedAt): Partial<Application> => ({ state: 'submitted', submittedAt })),
);

const endOf = (days: Days, { acceptedAt, promised }: Partial<Application>) => {
  const end = acceptedAt && promised && workingDays(days, acceptedAt, { n: promised.n, pauses: [] });
  return end && lastMomentOf(end.day).toISOString();
};

test('property: days that are over are corrected: open cases end as by the model, and what time has done by then stays', async () => {
  const inputs = [
    fc.array(openCase, { minLength: 1, maxLength: 6 }),
    turned,
    fc.integer({ min: 1, max: 45 * 24 }),
  ] as const;
  await fc.assert(
    fc.asyncProperty(...inputs, async (cases, changed, hours) => {
      const world = intakeOver(fakeTable());
      world.clock.now = start;
      await passTimeHourly(world.deps)();
      const ids: string[] = [];
      for (const one of cases) ids.push(await stored(world, one));
      // Time goes by, whatever it brings, and only then the days that are over turn.
      world.clock.now = new Date(start.getTime() + hours * hourMs);
      await passTimeHourly(world.deps)();
      const find = (id: string) => world.deps.applications.getForClock(id);
      const before = await Promise.all(ids.map(find));
      const days = amended(changed);
      await receiveDays(world, { ...days, year: 2026 });
      await recounted(world);
      const others = shippedCalendars.filter(({ year }) => year !== 2026);
      const [was, is] = [daysBy(shippedCalendars), daysBy([...others, { year: 2026, ...days }])];
      const facts = await told(world);
      for (const [n, id] of ids.entries()) {
        const [one, found] = [before[n], await find(id)];
        const marks = [found?.state, found?.acceptedAt, found?.acceptedBy, found?.warned];
        expect(marks).toEqual([one?.state, one?.acceptedAt, one?.acceptedBy, one?.warned]);
        const kept = { acceptedAt: one?.acceptedAt, promised: one?.promised };
        expect(found?.ahead?.dueAt?.toISOString()).toBe(endOf(is, kept));
        const moved = endOf(was, kept) !== endOf(is, kept);
        expect(facts.filter(({ caseId }) => caseId === id)).toHaveLength(moved ? 1 : 0);
      }
      // What was given is not given again.
      const warned = new Map(before.map((one) => [one?.id, one?.warned ?? []]));
      await passTimeHourly(world.deps)();
      for (const id of ids) {
        const found = await find(id);
        expect(new Set(found?.warned).size).toBe(found?.warned.length);
        expect(found?.warned.slice(0, warned.get(id)?.length)).toEqual(warned.get(id));
      }
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('an applicant keeps the time that he was told, where a day that was off turns out to have been worked', async () => {
  const world = intakeOver(fakeTable());
  world.clock.now = at('02-13 09:00');
  await passTimeHourly(world.deps)();
  // Five working days from the Friday before the festival end on Saturday, February 28, which is worked.
  const until = new Date('2026-02-28T15:59:59.999Z');
  const corrections = [{ ...notice, at: at('02-13 09:00'), days: 6, until }];
  const id = await stored(world, { state: 'correcting', submittedAt: at('02-12 09:00'), corrections });
  world.clock.now = at('02-27 09:00');
  const mended = amended(['2026-02-16', '2026-02-17', '2026-02-18']);
  await receiveDays(world, { ...mended, year: 2026 });
  await recounted(world);
  await passTimeHourly(world.deps)();
  const shown = async () => (await world.send({ ...read(id), actor: people.clerk })).body;
  expect((await shown()).status).toBe('correcting');
  world.clock.now = at('03-01 00:10');
  await passTimeHourly(world.deps)();
  expect(await shown()).toMatchObject({ status: 'decided', outcome: 'no-correction' });
});
