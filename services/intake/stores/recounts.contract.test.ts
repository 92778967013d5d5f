import { beforeEach, describe, expect, test } from 'vitest';
import type { Table } from '#shared/table';
import { days2026, extended } from '../../../test/support/calendars.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { intakeOver, type IntakeWorld } from '../../../test/support/intake.ts';
import { receiveDays, recounted, stored, told } from '../../../test/support/recounts.ts';
import { at } from '../acting.fake.ts';
import type { Application } from '../domain/case/application.ts';
import { passTimeHourly } from '../functions/tick/pass-time.ts';

const engine = engineForTests();

const accepted = (rest: Partial<Application> = {}): Partial<Application> => ({
  state: 'accepted',
  submittedAt: at('02-10 08:00'),
  acceptedAt: at('02-10 08:30'),
  ...rest,
});

describe.each(engine.tables)('the diary of what is due, over %s', (_, create) => {
  let table: Table;
  let world: IntakeWorld;
  beforeEach(async () => {
    table = await create();
    world = intakeOver(table);
    world.clock.now = at('02-10 09:00');
    await passTimeHourly(world.deps)();
  });
  const rowOf = (id: string) => table.get({ pk: `CASE#${id}`, sk: 'DUE' });
  const passed = async (when: string) => {
    world.clock.now = at(when);
    return (await passTimeHourly(world.deps)())['CasesPassedByTime'];
  };

  test('is walked page by page when a calendar is amended; what was amended and taken back moves nothing', async () => {
    await Promise.all(Array.from({ length: 420 }, () => stored(world, accepted())));
    await receiveDays(world, { ...extended, year: 2026 });
    expect(await recounted(world)).toBe(420);
    expect(new Set((await told(world)).map(({ caseId }) => caseId)).size).toBe(420);
    await receiveDays(world, { ...days2026, year: 2026 }, 3);
    await receiveDays(world, { ...extended, year: 2026 }, 4);
    expect([await recounted(world), await (await world.deps.recounts()).ordered()]).toEqual([0, undefined]);
  }, 60_000);

  test('holds every open case: one that is due on no day stands behind all days, one that has ended nowhere', async () => {
    const paused = await stored(
      world,
      accepted({ state: 'suspended', pauses: [{ kind: 'hearing', from: at('02-10 08:40'), why: '-' }] }),
    );
    const warned = await stored(world, accepted({ warned: ['overdue-head', 'overdue-supervisor'] }));
    const ended = await stored(world, accepted({ state: 'decided', outcome: 'granted' }));
    expect((await rowOf(paused))?.['pk3']).toMatch(/^DUE#none#\d$/);
    expect((await rowOf(warned))?.['pk3']).toMatch(/^DUE#none#\d$/);
    expect(await rowOf(ended)).toBeUndefined();
    expect(await passed('05-30 09:00')).toBe(0);
  });

  test('has what is due far off within a hundred days, and moves it on by then', async () => {
    const promised = { n: 200, unit: 'day', from: 'accepted', of: 'office' } as const;
    const id = await stored(world, accepted({ promised }));
    expect((await rowOf(id))?.['pk3']).toContain('2026-05-21');
    expect(await passed('05-21 09:00')).toBe(0);
    expect(await rowOf(id)).toMatchObject({
      at: '2026-08-31T15:59:59.999Z',
      pk3: expect.stringContaining('2026-08-29'),
    });
    expect(await passed('08-31 09:00')).toBe(0);
    expect((await rowOf(id))?.['pk3']).toContain('2026-08-31');
    expect(await passed('09-01 00:10')).toBe(1);
  });
});
