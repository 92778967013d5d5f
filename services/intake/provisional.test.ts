import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';

let world: IntakeWorld;
let id: string;

/** Accepted in December: the promise ends within the year, the legal limit in the next, whose calendar nobody has published. */
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, { ...cases.publication, items: [itemOf()] });
  world.clock.now = new Date('2026-12-10T01:00:00Z');
  id = await draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
});

const dates = { dueAt: '2026-12-17T15:59:59.999Z', legalDueAt: expect.stringMatching(/^2027-01-/) };

async function everywhere() {
  const own = (await world.send(read(id))).body;
  const list = async (path: string, query: Record<string, string>, actor = people.approver) =>
    (await world.send({ path, query, actor })).body.items?.find((one: { id: string }) => one.id === id);
  const department = 'amr';
  const { number, status } = own;
  return {
    own,
    office: (await world.send(read(id, { actor: people.approver }))).body,
    tracked: (await world.send({ path: `/intake/public/track/${number}`, query: { code: 'A2B3C4' } })).body,
    mine: await list('/intake/applications', { mine: 'true' }, people.company),
    tasks: await list('/intake/tasks', { department, status }),
    ...(status === 'accepted' && { light: await list('/intake/tasks', { department, light: 'green' }) }),
  };
}

test('a date in a year without a calendar is provisional wherever it is shown', async () => {
  const all = Object.entries(await everywhere());
  expect(all).toHaveLength(6);
  for (const [where, shown] of all) expect(shown, where).toMatchObject({ ...dates, provisional: true });
});

test('it stays so when the case ends: it keeps the dates that it ended with', async () => {
  await world.send(cases.decide(id, 3));
  for (const [where, shown] of Object.entries(await everywhere()))
    expect(shown, where).toMatchObject({ ...dates, provisional: true });
});

test('it is certain once all dates lie in published years', async () => {
  world.clock.now = new Date('2026-11-02T01:00:00Z');
  id = await draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
  for (const [where, shown] of Object.entries(await everywhere()))
    expect(shown, where).toMatchObject({ dueAt: '2026-11-09T15:59:59.999Z', provisional: false });
});

test('the end of a notice is provisional as well', async () => {
  const other = await draft(world);
  await world.send(cases.submit(other));
  const defects = [{ pointer: '/operator', what: '名称不符', mend: '核对' }];
  await world.send(cases.act(other, 'request-correction', { actor: people.clerk, body: { defects } }));
  await tickedAt(world, '2026-12-11T01:00:00Z');
  const { number } = (await world.send(read(other))).body;
  const { body } = await world.send({ path: `/intake/public/track/${number}`, query: { code: 'A2B3C4' } });
  expect(body).toMatchObject({ correctBy: expect.stringMatching(/^2027-01-/), provisional: true });
});
