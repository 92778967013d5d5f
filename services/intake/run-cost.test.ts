import { expect, test } from 'vitest';
import { shippedCalendars } from '#shared/calendars';
import { fakeTable } from '#shared/table.fake';
import { uuid } from '../../test/support/facts.ts';
import { intakeOver } from '../../test/support/intake.ts';
import { applicationOf } from './cases.fake.ts';
import { aheadOf } from './domain/case/standing.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';
import { dueWrites } from './stores/due.ts';
import { recordRow } from './stores/rows.ts';

const acceptedAt = new Date('2026-08-03T01:00:00Z');
const now = new Date('2026-08-11T01:00:00Z');

/** The calls of one hourly run with so many cases open, of which so many are overdue. */
async function callsOf(open: number, due: number): Promise<number> {
  const table = fakeTable();
  for (let n = 1; n <= open; n += 1) {
    const { promised } = applicationOf();
    const limit = { ...promised, n: n <= due ? 5 : 40 };
    const begun = applicationOf({ id: uuid(n), state: 'accepted', version: 3, submittedAt: acceptedAt, acceptedAt });
    const found = { ...begun, promised: limit };
    const ahead = aheadOf(found, shippedCalendars);
    const standing = { ...found, ahead };
    await table.transact([{ put: recordRow(standing) }, ...dueWrites(undefined, standing, now)]);
  }
  const world = intakeOver(table);
  world.clock.now = now;
  table.calls.length = 0;
  expect(await passTimeHourly(world.deps)()).toEqual({ CasesPassedByTime: due });
  return table.calls.length;
}

test('the hourly run costs what is due, however many cases are open beside', async () => {
  const [few, many, nothing] = [await callsOf(10, 5), await callsOf(300, 5), await callsOf(300, 0)];
  expect(many).toBe(few);
  expect(nothing).toBeLessThan(few);
});
