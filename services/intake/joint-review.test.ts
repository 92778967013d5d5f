import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read, type Answer, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { itemOf } from './cases.fake.ts';

const colleague = staffActor('approver', { department: 'amr' }, 'colleague');
const health = people.otherApprover;

let table: FakeTable;
let world: IntakeWorld;
let id: string;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  const steps = [
    { department: 'amr', mode: 'serial' as const, name: '书面审查' },
    { department: 'amr', mode: 'parallel' as const, name: '现场核查' },
  ];
  // The market regulation leads; health has no step of its own and gives its opinion beside the others.
  await cases.publish(world, { ...cases.publication, items: [itemOf({ steps, jointDepartments: ['health'] })] });
  id = await draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
});
const send = (task: string, actor = people.approver, body: object = {}): Promise<Answer> =>
  world.send(act(id, `tasks/${task}`, { actor, body }));
const opinion = (n: number, actor = people.approver, verdict = 'agree') =>
  send(`${n}/opinion`, actor, { verdict, opinion: '经审查' });
const states = async (): Promise<string[]> =>
  (await world.send(read(id, { actor: people.approver }))).body.tasks.map(({ state }: { state: string }) => state);
const reviews = async (department: string, actor = people.approver): Promise<number[]> =>
  (await world.send({ path: '/intake/reviews', query: { department }, actor })).body.items.map(
    ({ n }: { n: number }) => n,
  );
const decided = async (actor = people.approver, said: object = {}) => {
  const { version } = (await world.send(read(id, { actor: people.head }))).body;
  const body = { outcome: 'granted', opinion: '同意', ...said };
  return outline(await world.send(cases.decide(id, version, { actor, body })));
};

describe('a joint review', () => {
  test('opens serial steps one after another, parallel ones together, and is decided by the lead with every opinion', async () => {
    expect(await states()).toEqual(['open', 'waiting', 'waiting']);
    expect([await reviews('amr'), await reviews('health', health)]).toEqual([[1], []]);
    expect(outline(await opinion(2))).toBe('409 task-closed');
    expect(outline(await opinion(1))).toBe('200 accepted');
    expect(await states()).toEqual(['done', 'open', 'open']);
    expect([await reviews('amr'), await reviews('health', health)]).toEqual([[2], [3]]);
    expect(outline(await opinion(2))).toBe('200 accepted');
    expect(await decided()).toBe('409 wrong-state');
    expect(outline(await opinion(3, health, 'agree-with-conditions'))).toBe('200 accepted');
    expect(await decided(health)).toBe('403 not-your-department');
    expect(await decided()).toBe('200 decided');
    expect([await reviews('amr'), await reviews('health', health)]).toEqual([[], []]);
  });

  test('each department speaks for itself', async () => {
    expect(outline(await opinion(1, health))).toBe('403 not-your-department');
    await opinion(1);
    expect(outline(await opinion(3))).toBe('403 not-your-department');
    expect(outline(await opinion(3, health, 'disagree'))).toBe('200 accepted');
    const { tasks } = (await world.send(read(id, { actor: health }))).body;
    expect(tasks[2].opinion).toMatchObject({ verdict: 'disagree', by: 'other-approver' });
  });
});

test('the applicant’s side sees where an open review stands, and what was thought of it only once it is decided', async () => {
  const path = `/intake/applications/${id}/timeline`;
  const thought = async (actor: typeof colleague) => {
    const { tasks } = (await world.send(read(id, { actor }))).body;
    const { items } = (await world.send({ path, actor })).body;
    const inner = items.filter(({ act: one }: { act: string }) => one === 'give-opinion' || one === 'recuse');
    return {
      states: tasks.map(({ state }: { state: string }) => state),
      opinions: tasks.map((task: { opinion?: { text: string } }) => task.opinion?.text),
      reasons: inner.map(({ reason }: { reason?: string }) => reason),
    };
  };
  await opinion(1);
  await send('2/recuse', people.approver, { reason: '与申请人有亲属关系' });
  const states = ['done', 'open', 'open'];
  const hidden = { states, opinions: [undefined, undefined, undefined], reasons: [undefined, undefined] };
  const known = { opinions: ['经审查', undefined, undefined], reasons: ['经审查', '与申请人有亲属关系'] };
  expect(await thought(people.company)).toEqual(hidden);
  expect(await thought(people.head)).toEqual({ states, ...known });
  await opinion(2, colleague);
  await opinion(3, health);
  expect(await decided(people.head)).toBe('200 decided');
  expect(await thought(people.company)).toEqual(await thought(people.head));
});

const findings = async () =>
  (await world.send({ path: '/intake/supervision/findings', actor: people.supervisor })).body.items.map(
    ({ rule, about, department }: Record<string, string>) => [rule, about, department],
  );
const shown = async () => (await world.send(read(id))).body;

describe('an opinion that disagrees', () => {
  beforeEach(async () => {
    for (const n of [1, 2]) await opinion(n);
  });
  const against = '卫生条件已由第三方评估确认，详见评估报告';
  test('binds the lead unless it says in writing why not: recorded, shown, and told to the supervisor', async () => {
    await opinion(3, health, 'disagree');
    expect(await decided()).toBe('409 opinion-disagrees');
    for (const phrase of ['不采纳', '同意', '不采纳，，，，，，，，，，。']) {
      expect(await decided(people.approver, { against: phrase })).toBe('409 opinion-disagrees');
    }
    expect(await findings()).toEqual([]);
    expect(await decided(people.approver, { against })).toBe('200 decided');
    expect((await shown()).decision).toMatchObject({ against: { departments: ['health'], reasons: against } });
    const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
    expect(body.items.at(-1)).toMatchObject({ act: 'decide', reason: expect.stringContaining(against) });
    expect(await findings()).toEqual([['granted-against-opinion', 'health', 'amr']]);
  });

  test('is followed by a refusal, which needs nothing more', async () => {
    await opinion(3, health, 'disagree');
    const refusal = { outcome: 'refused', reasons: '经现场核查，操作间面积不符合规定' };
    expect(await decided(people.approver, { ...refusal, against })).toBe('409 nobody-disagrees');
    expect(await decided(people.approver, refusal)).toBe('200 decided');
    expect(await findings()).toEqual([]);
  });

  test('is one that says so: with conditions is agreed, and there is nothing to go against', async () => {
    await opinion(3, health, 'agree-with-conditions');
    expect(await decided(people.approver, { against })).toBe('409 nobody-disagrees');
    expect(await decided()).toBe('200 decided');
    expect((await shown()).decision.against).toBeUndefined();
  });
});

describe('a task', () => {
  test('is claimed by one of two, put back, and given on', async () => {
    table.beforeNextWrite(() => send('1/claim', colleague));
    expect(outline(await send('1/claim'))).toBe('409 task-taken');
    expect(outline(await opinion(1))).toBe('409 task-taken');
    expect(outline(await send('1/release'))).toBe('403 not-your-task');
    expect(outline(await send('1/release', people.head))).toBe('200 accepted');
    expect(outline(await send('1/claim'))).toBe('200 accepted');
    const given = { task: '1/transfer', actor: people.approver, body: { to: 'colleague', reason: '休假' } };
    expect(outline(await send(given.task, given.actor, given.body))).toBe('200 accepted');
    expect(outline(await opinion(1))).toBe('409 task-taken');
    expect(outline(await opinion(1, colleague))).toBe('200 accepted');
  });

  test('moves when who has it steps back (回避); he does nothing more of the case, nor is it given to him', async () => {
    await reviews('amr', colleague);
    await send('1/claim');
    const back = { task: '1/recuse', actor: people.approver, body: { to: 'colleague', reason: '与申请人有亲属关系' } };
    expect(outline(await send(back.task, back.actor, back.body))).toBe('200 accepted');
    const { tasks, recused } = (await world.send(read(id))).body;
    expect([tasks[0].assignee, recused]).toEqual(['colleague', ['approver']]);
    expect(outline(await send('1/claim'))).toBe('403 recused');
    const returned = { task: '1/transfer', actor: colleague, body: { to: 'approver', reason: '退回' } };
    expect(outline(await send(returned.task, returned.actor, returned.body))).toBe('403 recused');
    await opinion(1, colleague);
    await opinion(2, colleague);
    await opinion(3, health);
    expect(await decided()).toBe('403 recused');
    expect(await decided(people.head)).toBe('200 decided');
  });

  test('is handed only to a colleague who was at work in its department within sixty days', async () => {
    await send('1/claim');
    const hand = async (to: string) => {
      const { status, body } = await send('1/transfer', people.approver, { to, reason: '休假' });
      return [status, body.code ?? body.status, body.errors?.[0]?.pointer];
    };
    const strange = [409, 'not-a-colleague', '/to'];
    expect(await hand('nobody-xyz')).toEqual(strange);
    await reviews('health', health);
    expect(await hand(health.sub)).toEqual(strange);
    await reviews('amr', colleague);
    world.clock.now = new Date(world.clock.now.getTime() + 61 * 86_400_000);
    expect(await hand('colleague')).toEqual(strange);
    await reviews('amr', colleague);
    expect(await hand('colleague')).toEqual([200, 'accepted', undefined]);
    const back = { who: 'nobody-xyz', reason: '利害关系' };
    expect(await send('1/recuse', people.head, back)).toMatchObject({ body: { errors: [{ pointer: '/who' }] } });
  });

  test('is taken from another only by a head who says why', async () => {
    await send('1/claim');
    const out = (actor: typeof colleague) => send('1/recuse', actor, { who: 'approver', reason: '利害关系' });
    expect(outline(await out(colleague))).toBe('403 not-your-task');
    expect(outline(await out(people.head))).toBe('200 accepted');
    expect((await world.send(read(id))).body.recused).toEqual(['approver']);
  });
});
