import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { intakeOver } from '../../test/support/intake.ts';
import { stored } from '../../test/support/recounts.ts';
import { at } from './acting.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

/** The calls of an hourly walk that finds so many cases due, while others run on. */
async function walked(due: number, waiting: number): Promise<number> {
  const table = fakeTable();
  const world = intakeOver(table);
  world.clock.now = at('02-10 09:00');
  await passTimeHourly(world.deps)();
  const acceptedAt = world.clock.now;
  for (let n = 0; n < due + waiting; n++) {
    const promised = { n: n < due ? 1 : 9, unit: 'working-day', from: 'accepted', of: 'office' } as const;
    await stored(world, { state: 'accepted', submittedAt: acceptedAt, acceptedAt, promised });
  }
  world.clock.now = at('02-12 00:10');
  table.calls.length = 0;
  expect(await passTimeHourly(world.deps)()).toEqual({ CasesPassedByTime: due });
  return table.calls.length;
}

test('the hourly walk costs what is due, however much is open', async () => {
  const [few, many, more] = [await walked(3, 10), await walked(3, 200), await walked(13, 10)];
  expect(many).toBe(few);
  // Looked up, warned of, looked up again.
  expect(more - few).toBe(10 * 3);
});
