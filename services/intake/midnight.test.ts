import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { at } from './acting.fake.ts';
import { itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let table: FakeTable;
let world: IntakeWorld;
beforeEach(() => begunAt(at('08-03 09:00')));

/** Intake as it begins at a moment: its catalogue holds from then on. */
async function begunAt(now: Date): Promise<void> {
  table = fakeTable();
  world = cases.intakeOver(table);
  world.clock.now = now;
  await cases.publish(world, { ...cases.publication, items: [itemOf({ special: ['hearing'] })] });
  await passTimeHourly(world.deps)();
}
const pass = async (when: string) => {
  world.clock.now = at(when);
  return (await passTimeHourly(world.deps)())['CasesPassedByTime'];
};
const now = (moment: string) => {
  world.clock.now = new Date(`2026-${moment}+08:00`);
};
const submitted = async () => {
  const id = await draft(world);
  await world.send(cases.submit(id));
  return id;
};
const accepted = async () => {
  const id = await submitted();
  await world.send(cases.accept(id));
  return id;
};
const show = async (id: string) => (await world.send(read(id))).body;

describe('midnight in Shanghai', () => {
  test.each([
    ['08-03T23:59:59.999', '2026-08-10T15:59:59.999Z'],
    ['08-04T00:00:00', '2026-08-11T15:59:59.999Z'],
  ])('what comes in and is accepted at %s is due at %s', async (moment, expected) => {
    now(moment);
    const id = await submitted();
    expect((await show(id)).acceptBy).toBe(expected);
    await world.send(cases.accept(id));
    expect((await show(id)).dueAt).toBe(expected);
  });

  test('the last moment of the fifth day is the office’s, the next is the law’s', async () => {
    const [inTime, late] = [await submitted(), await submitted()];
    now('08-10T23:59:59.999');
    expect(await passTimeHourly(world.deps)()).toEqual({ CasesPassedByTime: 0 });
    expect((await world.send(cases.accept(inTime))).status).toBe(200);
    now('08-11T00:00:00');
    await passTimeHourly(world.deps)();
    expect([(await show(inTime)).acceptedBy, (await show(late)).acceptedBy]).toEqual(['office', 'silence']);
  });

  test('an act begun before it and done behind it loses no row of the diary', async () => {
    const id = await accepted();
    // Its last day is counted, whatever pauses it on that day: with the resumption it is due at once.
    now('08-10T10:00:00');
    await world.send(cases.act(id, 'suspend', { actor: people.approver, body: { kind: 'hearing', why: '听证' } }));
    now('08-10T23:59:59.999');
    table.beforeNextWrite(() => pass('08-11 00:00'));
    await world.send(cases.act(id, 'resume', { actor: people.approver, body: { result: '听证结束' } }));
    await pass('08-11 01:00');
    expect(await show(id)).toMatchObject({ status: 'accepted', warned: ['overdue-head'] });
  });
});

describe('the hourly walk', () => {
  test('puts no row where an act of this very moment has moved it from', async () => {
    const id = await submitted();
    // A row that stands too early, as after a lost write: the walk will mend it.
    const key = { pk: `CASE#${id}`, sk: 'DUE' };
    const row = await table.get(key);
    await table.put({
      ...row,
      ...key,
      at: at('08-04 09:00').toISOString(),
      pk3: String(row?.['pk3']).replace('08-10', '08-04'),
      sk3: `2026-08-04#${id}`,
    });
    world.clock.now = at('08-05 09:00');
    table.beforeNextWrite(() => world.send(cases.accept(id)));
    expect(await passTimeHourly(world.deps)()).toEqual({ CasesPassedByTime: 0 });
    expect((await table.get(key))?.['at']).toBe('2026-08-12T15:59:59.999Z');
  });
});

test.each([
  ['a leap day counts like any other', '2024-02-28T09:00', '2024-03-06T15:59:59.999Z'],
  ['accepted on a leap day, it is not counted', '2024-02-29T09:00', '2024-03-07T15:59:59.999Z'],
  ['accepted on a Saturday that is worked, it is not counted either', '2026-02-28T09:00', '2026-03-06T15:59:59.999Z'],
  ['a worked Saturday on the way counts', '2026-02-25T09:00', '2026-03-03T15:59:59.999Z'],
])('%s', async (_, when, expected) => {
  await begunAt(new Date(`${when}:00+08:00`));
  expect((await show(await accepted())).dueAt).toBe(expected);
});

test('a calendar that is missing makes an end provisional, for the office’s five days too, and nothing else', async () => {
  now('12-29T09:00:00');
  const waiting = await submitted();
  expect(await show(waiting)).toMatchObject({ provisional: true, acceptBy: '2027-01-05T15:59:59.999Z' });
  const id = await accepted();
  expect(await show(id)).toMatchObject({ provisional: true, light: 'green', dueAt: '2027-01-05T15:59:59.999Z' });
  const facts = (await world.facts()).filter(({ subject }) => subject === id);
  expect(facts.at(-1)?.data).toMatchObject({ provisional: true, dueAt: '2027-01-05T15:59:59.999Z' });
});

test('two approvers on one task: one has it, the other is told', async () => {
  const steps = [{ department: 'amr', name: '审查', mode: 'serial' as const }];
  await cases.publish(world, { ...cases.publication, items: [itemOf({ steps })] });
  const id = await accepted();
  const colleague = staffActor('approver', { department: 'amr' }, 'colleague');
  const claim = (actor: typeof colleague) => world.send(cases.act(id, 'tasks/1/claim', { actor }));
  table.beforeNextWrite(() => claim(colleague));
  expect((await claim(people.approver)).body.code).toBe('task-taken');
  expect((await show(id)).tasks).toMatchObject([{ assignee: 'colleague' }]);
  const opinion = { verdict: 'agree', opinion: '同意' };
  const given = await world.send(cases.act(id, 'tasks/1/opinion', { actor: people.approver, body: opinion }));
  expect([given.status, given.body.code]).toEqual([409, 'task-taken']);
});

test('nothing is decided while a correction is open; its answer after the deadline is refused before and after the clock has closed the case', async () => {
  const id = await submitted();
  const defects = [{ pointer: '/operator', what: '名称不符', mend: '与营业执照一致' }];
  await world.send(cases.act(id, 'request-correction', { actor: people.clerk, body: { defects, days: 5 } }));
  expect((await world.send(cases.decide(id, 3))).body.code).toBe('wrong-state');
  expect((await world.send(cases.accept(id))).body.code).toBe('wrong-state');
  const answer = () =>
    world.send(
      cases.act(id, 'resubmit', {
        actor: people.company,
        body: { changes: [{ pointer: '/operator', value: '示例公司' }] },
      }),
    );
  now('08-11T00:00:00');
  expect((await answer()).body.code).toBe('deadline-passed');
  await passTimeHourly(world.deps)();
  expect((await answer()).body.code).toBe('wrong-state');
  expect(await show(id)).toMatchObject({ status: 'decided', outcome: 'no-correction' });
});
