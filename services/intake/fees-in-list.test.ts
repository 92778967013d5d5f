import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { card, chargeOf, openFees, submittedCase } from '../../test/support/fee-desk.ts';
import { billFact, follow } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../test/support/intake.ts';

interface Line {
  id: string;
  fee?: object;
}
const mine = async (world: IntakeWorld): Promise<Line[]> =>
  (await world.send({ path: '/intake/applications', query: { mine: 'true' }, actor: people.company })).body.items;

test('an applicant sees in his list what is to be paid, from its assessment until it is paid, and what comes on top', async () => {
  const desk = await openFees([chargeOf()]);
  const fee = async () => (await mine(desk.world)).find(({ id }) => id === desk.id)?.fee;
  expect(await fee()).toBeUndefined();
  await desk.assess('survey', 10);
  const asked = { status: 'assessed', dueFen: 30_000, dueAt: '2026-08-18T15:59:59.999Z', overdue: false };
  expect(await fee()).toEqual(asked);
  await desk.tell(billFact(desk.id, [1, 1], { state: 'due' }));
  expect(await fee()).toEqual({ ...asked, status: 'due' });
  desk.world.clock.now = new Date('2026-08-18T16:00:00Z');
  expect(await fee()).toEqual({ ...asked, status: 'due', overdue: true });
  await desk.pay(1, 30_000);
  expect(await fee()).toBeUndefined();
  await desk.assess('survey', 12);
  expect(await fee()).toMatchObject({ status: 'assessed', dueFen: 6000 });
});

test('a bill that ends with its case leaves the list, and staff find no fees in theirs', async () => {
  const desk = await openFees([card]);
  expect((await mine(desk.world)).map(({ fee }) => fee)).toMatchObject([{ dueFen: 4000 }]);
  const tasks = await desk.world.send({
    path: '/intake/tasks',
    query: { department: 'amr', status: 'accepted' },
    actor: people.approver,
  });
  expect(tasks.body.items).toHaveLength(1);
  expect(tasks.body.items[0]).not.toHaveProperty('fee');
  await desk.world.send(cases.withdraw(desk.id));
  await follow(desk.world);
  expect((await mine(desk.world)).map(({ fee }) => fee)).toEqual([undefined]);
});

/** The calls of a page of the list of so many cases, for an item with these charges. */
async function costs(fees: Parameters<typeof submittedCase>[1], n: number): Promise<string[]> {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  await submittedCase(world, fees);
  for (let one = 1; one < n; one++) await world.send(cases.submit(await cases.draft(world)));
  await mine(world);
  table.calls.length = 0;
  expect(await mine(world)).toHaveLength(n);
  return table.calls;
}

test('a page reads fees once, however many of its cases have charges, and never where none has', async () => {
  const free = await costs([], 12);
  expect(await costs([chargeOf()], 1)).toEqual([...free, 'BatchGetItem']);
  expect(await costs([chargeOf()], 12)).toEqual([...free, 'BatchGetItem']);
});
