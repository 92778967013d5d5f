import { expect, test } from 'vitest';
import * as z from 'zod';
import { CaseMeasuredV1 } from '#events/intake/case-measured.v1';
import { envelope } from '#events/event';
import { dayOf, daysAfter, isWorkingDay, nextDay } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { on, queueHandler } from '#shared/queue';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../test/support/intake.ts';
import { days, firstDay, items, live, oneCase } from '../../test/support/office-days.ts';
import { fc } from '../../test/support/property.ts';
import { sqsEvent } from '../../test/support/sqs-event.ts';
import { onCaseMeasured } from './functions/facts/count-measured.ts';
import { applicationIn } from './stores/rows.ts';

const { head, supervisor } = people;
/** Every fact to be counted, some of them twice, in another order. */
async function deliver(world: IntakeWorld, table: FakeTable, order: number): Promise<void> {
  const facts = table
    .rows()
    .filter(({ pk }) => String(pk).startsWith('OUT#'))
    .map((row) => envelope().parse(row['event']))
    .filter(({ type }) => type === CaseMeasuredV1.type);
  const twice = [...facts, ...facts.filter((_, n) => (n + order) % 3 === 0)];
  const mixed = twice.toSorted((a, b) => ((order + 1) * (a.id < b.id ? -1 : 1)) % 7);
  const consume = queueHandler([on(CaseMeasuredV1, 'intake.on-case-measured', onCaseMeasured)], world.deps);
  for (let n = 0; n < mixed.length; n += 10) {
    expect(await consume(sqsEvent(...mixed.slice(n, n + 10)))).toEqual({ batchItemFailures: [] });
  }
}

interface Range {
  from: string;
  to: string;
}
const none = 'none';

/** The same by looking at every case and every day. */
function counted(table: FakeTable, by: string, { from, to }: Range) {
  const within = (day: string | undefined) => day !== undefined && from <= day && day <= to;
  const rows = table.rows();
  const all = rows.filter(({ pk, sk }) => String(pk).startsWith('CASE#') && sk === 'REC').map(applicationIn);
  const places = (one: (typeof all)[number]): Record<string, string> => ({
    district: 'gulou',
    department: one.department,
    item: one.itemKey,
    hall: one.entry?.hall ?? none,
    window: one.entry?.window ? `${one.entry.hall}/${one.entry.window}` : none,
    clerk: one.firstClerk ?? none,
  });
  const told = rows.filter(({ sk }) => sk === 'W#overdue-head');
  const lines = all.map((one) => {
    const warned = told.find(({ caseId }) => caseId === one.id)?.['dueAt'];
    const decided = one.acceptedAt && ['granted', 'refused', 'forwarded'].includes(one.outcome ?? '') && one.decidedAt;
    const accepted = within(one.acceptedAt && dayOf(one.acceptedAt));
    const done = decided && within(dayOf(decided)) ? decided : undefined;
    return {
      value: places(one)[by] ?? '',
      accepted,
      silent: accepted && one.acceptedBy === 'silence',
      overdue: within(warned === undefined ? undefined : dayOf(z.coerce.date().parse(warned))),
      days: done && one.acceptedAt && worked(one.acceptedAt, done, one.pauses),
      visits: one.visits,
      reformed: one.itemKey === 'food-business-licence',
    };
  });
  return Map.groupBy(
    lines.filter(({ accepted, overdue, days: taken }) => accepted || overdue || taken !== undefined),
    ({ value }) => value,
  );
}

function worked(accepted: Date, decided: Date, pauses: readonly { from: Date; until?: Date | undefined }[]): number {
  let count = 0;
  for (let day = nextDay(dayOf(accepted)); day <= dayOf(decided); day = nextDay(day)) {
    const stopped = pauses.some(({ from, until }) => dayOf(from) < day && (!until || day <= dayOf(until)));
    if (isWorkingDay(day, shippedCalendars) && !stopped) count += 1;
  }
  return count;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const mean = (all: readonly number[]) => rounded(all.reduce((sum, one) => sum + one, 0) / all.length);

function figures(
  lines: readonly {
    accepted: boolean;
    silent: boolean;
    overdue: boolean;
    days: number | undefined;
    visits: number;
    reformed: boolean;
  }[],
) {
  const taken = lines.flatMap((one) => one.days ?? []).toSorted((a, b) => a - b);
  const reformed = lines.filter((one) => one.days !== undefined && one.reformed);
  return {
    accepted: lines.filter((one) => one.accepted).length,
    decided: taken.length,
    overdue: lines.filter((one) => one.overdue).length,
    silentAcceptances: lines.filter((one) => one.silent).length,
    meanDays: taken.length > 0 ? mean(taken) : null,
    p90Days: taken[Math.ceil(taken.length * 0.9) - 1] ?? null,
    papers: { cases: 0, lines: 0, originals: 0, copies: 0 },
    reductions:
      reformed.length === 0
        ? null
        : {
            cases: reformed.length,
            steps: { before: 4, now: 1 },
            materials: { before: 6, asked: 0, fetched: 0 },
            visits: { before: 3, now: mean(reformed.map(({ visits }) => visits)) },
            days: { before: 30, now: mean(reformed.map((one) => one.days ?? 0)) },
          },
  };
}

const ranges = fc
  .tuple(fc.constantFrom(0, 0, 3, 6), fc.constantFrom(8, days, days))
  .map(([first, last]) => ({ from: daysAfter(firstDay, first), to: daysAfter(firstDay, last) }));

test('property: a summary says what counting every case by hand says, by each dimension and over any days', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(oneCase, { minLength: 3, maxLength: 9 }),
      ranges,
      fc.nat(20),
      async (all, range, order) => {
        const table = fakeTable();
        const world = cases.intakeOver(table);
        await cases.publish(world, { ...cases.publication, items });
        await live(world, all);
        await deliver(world, table, order);
        for (const by of ['district', 'department', 'item', 'hall', 'window', 'clerk']) {
          const { status, body } = await world.send({
            path: '/intake/supervision/summary',
            actor: supervisor,
            query: { ...range, by },
          });
          const expected = counted(table, by, range);
          const lines = [...expected].map(([value, each]) => ({ value, ...figures(each) }));
          expect([status, body.items]).toEqual([200, lines.toSorted((a, b) => (a.value < b.value ? -1 : 1))]);
          expect(body.total).toEqual(figures([...expected.values()].flat()));
        }
      },
    ),
    { numRuns: 30 },
  );
});

test('a summary is asked for at most a year, and by a supervisor', async () => {
  const world = cases.intakeOver(fakeTable());
  const ask = (query: Record<string, string>, actor = supervisor) =>
    world.send({ path: '/intake/supervision/summary', actor, query });
  const year = { from: '2026-01-01', to: '2026-12-31', by: 'item' };
  expect((await ask(year)).body.items).toEqual([]);
  expect((await ask({ ...year, to: '2027-01-02' })).status).toBe(400);
  expect((await ask({ ...year, to: '2025-12-31' })).status).toBe(400);
  expect((await ask({ ...year, by: 'weather' })).status).toBe(400);
  expect((await ask(year, head)).status).toBe(403);
});
