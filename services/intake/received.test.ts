import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { tickedAt } from '../../test/support/clock.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { codesFor, itemOf } from './cases.fake.ts';

let world: IntakeWorld;
let id: string;
// Half an hour from receipt, on a Monday at nine.
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  const half = { n: 30, unit: 'minute', from: 'received', of: 'office' } as const;
  const items = [itemOf({ promisedLimit: half, legalLimit: { ...half, n: 1, unit: 'working-day' } })];
  await cases.publish(world, {
    ...cases.publication,
    items: [...items, { ...items[0], key: 'far', codes: codesFor('far'), department: 'health' }],
  });
  id = await draft(world);
  await world.send(cases.submit(id));
});
const goTo = (time: string) => {
  world.clock.now = new Date(`2026-08-03T${time}Z`);
};
const shown = async () => (await world.send(read(id))).body;
const late = async (query: object = {}) => {
  const path = '/intake/supervision/overdue';
  return (await world.send({ path, query: { ...query }, actor: people.supervisor })).body.items;
};
const asked = () => {
  const body = { defects: [{ pointer: '/operator', what: '不符', mend: '改正' }] };
  return world.send(cases.act(id, 'request-correction', { actor: people.clerk, body }));
};

test('a limit that runs from receipt is seen from the moment of receipt', async () => {
  expect(await shown()).toMatchObject({
    status: 'submitted',
    dueAt: '2026-08-03T01:30:00.000Z',
    legalDueAt: '2026-08-04T15:59:59.999Z',
    light: 'green',
  });
  goTo('01:28:00');
  expect((await shown()).light).toBe('yellow');
});

test('what nobody has accepted by then is overdue: listed at once, told to the head, then to the supervisors', async () => {
  goTo('01:30:00');
  expect(await late()).toEqual([]);
  goTo('01:30:01');
  expect(await late()).toEqual([
    {
      caseId: id,
      itemKey: 'food-business-licence',
      department: 'amr',
      dueAt: '2026-08-03T01:30:00.000Z',
      number: `${codesFor('food-business-licence').implementing['gulou']}202608030001`,
      provisional: false,
    },
  ]);
  expect((await shown()).light).toBe('red');
  await tickedAt(world, '2026-08-03T02:00:00Z');
  expect(await shown()).toMatchObject({ status: 'submitted', warned: ['overdue-head'] });
  await tickedAt(world, '2026-08-04T16:30:00Z');
  expect((await shown()).warned).toEqual(['overdue-head', 'overdue-supervisor']);
  const query = { status: 'open' };
  const found = await world.send({ path: '/intake/supervision/findings', query, actor: people.supervisor });
  expect(found.body.items).toMatchObject([{ rule: 'overdue', caseId: id }]);
});

test('it goes on with the acceptance, and leaves the list with the decision', async () => {
  goTo('01:20:00');
  await world.send(cases.accept(id));
  expect((await shown()).dueAt).toBe('2026-08-03T01:30:00.000Z');
  goTo('01:40:00');
  expect(await late()).toMatchObject([{ caseId: id, acceptedAt: '2026-08-03T01:20:00.000Z' }]);
  expect(outline(await world.send(cases.decide(id, 3)))).toBe('200 decided');
  expect(await late()).toEqual([]);
});

test('while the applicant mends what is missing nothing runs, and with his answer it begins anew', async () => {
  goTo('01:20:00');
  await asked();
  goTo('05:00:00');
  const { dueAt, light } = await shown();
  expect([dueAt, light, await late()]).toEqual([undefined, 'paused', []]);
  const body = { changes: [], answers: [{ pointer: '/operator', text: '说明' }] };
  expect((await world.send(cases.act(id, 'resubmit', { actor: people.company, body }))).status).toBe(200);
  // He answers at one o'clock: it runs on from half past one.
  expect((await shown()).dueAt).toBe('2026-08-03T06:00:00.000Z');
});

test('a notice does not hide that the limit had passed before it', async () => {
  goTo('01:40:00');
  await asked();
  expect(await shown()).toMatchObject({ status: 'correcting', dueAt: '2026-08-03T01:30:00.000Z', light: 'red' });
  expect(await late()).toMatchObject([{ caseId: id }]);
  await tickedAt(world, '2026-08-03T02:00:00Z');
  expect((await shown()).warned).toEqual(['overdue-head']);
});

test('a case that another office passes on stands in the list as any other', async () => {
  await world.send(cases.accept(id));
  goTo('01:10:00');
  const body = { itemKey: 'far', why: '属卫健权限' };
  expect(outline(await world.send(cases.act(id, 'forward', { actor: people.approver, body })))).toBe('200 decided');
  goTo('01:40:01');
  expect(await late()).toMatchObject([{ caseId: (await shown()).forwardedTo, department: 'health' }]);
});
