import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fakeTable } from '#shared/table.fake';
import { amended, turned } from '../../test/support/amended.ts';
import { intakeOver, type IntakeWorld } from '../../test/support/intake.ts';
import { mortal } from '../../test/support/mortal.ts';
import { daysBy, lastMomentOf, workingDays, type Days } from '../../test/support/model/days.ts';
import { fc } from '../../test/support/property.ts';
import { receiveDays, recounted, stored, told } from '../../test/support/recounts.ts';
import { at } from './acting.fake.ts';
import type { Application } from './domain/case/application.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

const start = at('02-10 09:00');
const minutes = (n: number) => new Date(start.getTime() + n * 60_000);
/** Some moment of the fortnight before. */
const earlier = fc.integer({ min: -20_000, max: -1 }).map(minutes);
const limit = fc.record({
  n: fc.integer({ min: 1, max: 40 }),
  unit: fc.constant('working-day' as const),
  from: fc.constant('accepted' as const),
  of: fc.constant('office' as const),
});
const pause = fc.record({ kind: fc.constant('hearing' as const), from: earlier, why: fc.constant('-') });

const openCase = fc.oneof(
  fc.record<Partial<Application>>({ state: fc.constantFrom('submitted', 'refusal-proposed'), submittedAt: earlier }),
  fc
    .record({
      acceptedAt: earlier,
      promised: limit,
      warned: fc.subarray<Application['warned'][number]>(['overdue-head', 'overdue-supervisor']),
      pauses: fc.array(
        pause.chain((one) => earlier.map((until) => ({ ...one, until: until > one.from ? until : one.from }))),
      ),
      suspended: fc.option(earlier, { nil: undefined, freq: 3 }),
      extra: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
    })
    .map(({ suspended, extra, pauses, ...rest }): Partial<Application> => ({
      ...rest,
      state: suspended ? 'suspended' : 'accepted',
      submittedAt: rest.acceptedAt,
      pauses: suspended ? [...pauses, { kind: 'hearing', from: suspended, why: '-' }] : pauses,
      ...(extra && { extension: { days: extra, at: rest.acceptedAt, why: '-' } }),
    })),
);

/** Where a case ends by the model. */
function modelOf(days: Days, { acceptedAt, promised, pauses = [], extension }: Partial<Application>) {
  if (!acceptedAt || !promised) return undefined;
  const end = workingDays(days, acceptedAt, { n: promised.n + (extension?.days ?? 0), pauses });
  return end && lastMomentOf(end.day).toISOString();
}

async function prepared(cases: readonly Partial<Application>[]) {
  const table = fakeTable();
  const world = intakeOver(table);
  world.clock.now = start;
  await passTimeHourly(world.deps)();
  const ids: string[] = [];
  for (const one of cases) ids.push(await stored(world, one));
  return { table, world, ids };
}

async function expectRight(
  world: IntakeWorld,
  ids: readonly string[],
  { cases, days }: { cases: readonly Partial<Application>[]; days: { was: Days; is: Days } },
) {
  const facts = await told(world);
  for (const [n, id] of ids.entries()) {
    const one = cases[n] ?? {};
    const [was, is] = [modelOf(days.was, one), modelOf(days.is, one)];
    const found = await world.deps.applications.getForClock(id);
    expect(found?.ahead?.dueAt?.toISOString()).toBe(is);
    expect([found?.state, found?.warned, found?.acceptedAt]).toEqual([one.state, one.warned ?? [], one.acceptedAt]);
    expect(facts.filter(({ caseId }) => caseId === id).map(({ dueAt }) => dueAt)).toEqual(was === is ? [] : [is]);
  }
}

test('property: killed at any write and taken up again, every open case ends as by the model, and each is told once', async () => {
  const inputs = [
    fc.array(openCase, { minLength: 1, maxLength: 8 }),
    turned,
    fc.integer({ min: 1, max: 12 }),
    fc.boolean(),
  ] as const;
  await fc.assert(
    fc.asyncProperty(...inputs, async (...[cases, changed, writes, done]) => {
      const { table, world, ids } = await prepared(cases);
      const notice = amended(changed);
      await receiveDays(world, { ...notice, year: 2026 });
      const killed = intakeOver(mortal(table, writes, done));
      killed.clock.now = world.clock.now;
      await recounted(killed).catch(() => undefined);
      for (let run = 0; run < 2; run++) await recounted(world);
      const others = shippedCalendars.filter(({ year }) => year !== 2026);
      const days = { was: daysBy(shippedCalendars), is: daysBy([...others, { year: 2026, ...notice }]) };
      await expectRight(world, ids, { cases, days });
      // Nothing is left over: no order, and no row where nothing stands.
      expect(await (await world.deps.recounts()).ordered()).toBeUndefined();
    }),
    { numRuns: 150 },
  );
});

test('property: amended again while the first amendment is under way, every open case ends as by the last', async () => {
  const inputs = [
    fc.array(openCase, { minLength: 1, maxLength: 6 }),
    turned,
    turned,
    fc.integer({ min: 1, max: 8 }),
  ] as const;
  await fc.assert(
    fc.asyncProperty(...inputs, async (...[cases, first, second, writes]) => {
      const { table, world, ids } = await prepared(cases);
      await receiveDays(world, { ...amended(first), year: 2026 });
      const killed = intakeOver(mortal(table, writes, false));
      killed.clock.now = world.clock.now;
      await recounted(killed).catch(() => undefined);
      await receiveDays(world, { ...amended(second), year: 2026 }, 4);
      for (let run = 0; run < 2; run++) await recounted(world);
      const others = shippedCalendars.filter(({ year }) => year !== 2026);
      const is = daysBy([...others, { year: 2026, ...amended(second) }]);
      for (const [n, id] of ids.entries()) {
        const found = await world.deps.applications.getForClock(id);
        expect(found?.ahead?.dueAt?.toISOString()).toBe(modelOf(is, cases[n] ?? {}));
      }
    }),
    { numRuns: 60 },
  );
});

const endsAfter = (n: number): Partial<Application> => ({
  state: 'accepted',
  submittedAt: start,
  acceptedAt: start,
  promised: { n, unit: 'working-day', from: 'accepted', of: 'office' },
});

async function costOf(affected: number, others: number) {
  const cases = [
    ...Array.from({ length: affected }, () => endsAfter(20)),
    ...Array.from({ length: others }, () => endsAfter(2)),
  ];
  const { table, world } = await prepared(cases);
  await receiveDays(world, { ...amended(['2026-02-25']), year: 2026 });
  table.calls.length = 0;
  expect(await recounted(world)).toBe(affected);
  const count = (name: string) => table.calls.filter((one) => one === name).length;
  return { lookUps: count('GetItem'), changes: count('TransactWriteItems'), queries: count('Query') };
}

test('its cost follows the cases that it moves: what ends before is read with a hundred others, and never looked up', async () => {
  const [few, many, fewer] = [await costOf(5, 50), await costOf(40, 50), await costOf(5, 5)];
  expect([few.changes, many.changes]).toEqual([5, 40]);
  // Each is looked up where it stood, and once more where it has come to stand.
  expect(many.lookUps - few.lookUps).toBe(2 * 35);
  expect(fewer).toEqual(few);
});
