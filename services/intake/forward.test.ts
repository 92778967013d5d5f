import { beforeEach, expect, test } from 'vitest';
import { fakeTable, type FakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { linkedOver, outline, reviewer } from '../../test/support/linked.ts';
import { demoForm, itemOf } from './cases.fake.ts';

const stricter = {
  ...demoForm,
  required: ['operator', 'seats'],
  properties: { ...demoForm.properties, seats: { type: 'integer' } },
};
const narrower = { type: 'object', additionalProperties: false, properties: { operator: { type: 'string' } } };

let table: FakeTable;
let world: IntakeWorld;
let id: string;
beforeEach(async () => {
  table = fakeTable();
  world = cases.intakeOver(table);
  const health = { department: 'health' };
  const items = [
    ...cases.publication.items,
    itemOf({ key: 'with-seats', ...health, form: stricter }),
    itemOf({ key: 'name-only', ...health, form: narrower, steps: [{ department: 'health', mode: 'serial' }] }),
  ];
  await cases.publish(world, { ...cases.publication, items });
  id = await draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
});
const forward = (itemKey: string, rest: object = {}) =>
  act(id, 'forward', { actor: people.approver, body: { itemKey, why: '属卫健部门权限' }, ...rest });
const shown = async (one: string, actor = people.company) => (await world.send(read(one, { actor }))).body;

test('the case ends, and the other office has received one with what was handed in; each names the other', async () => {
  expect(outline(await world.send(forward('name-only')))).toBe('200 decided');
  const { outcome, forwardedTo } = await shown(id);
  expect(outcome).toBe('forwarded');
  expect(await shown(forwardedTo)).toMatchObject({
    status: 'submitted',
    itemKey: 'name-only',
    department: 'health',
    form: { operator: cases.goodForm.operator },
    follows: { caseId: id, as: 'forward', why: '属卫健部门权限' },
    acceptBy: '2026-08-10T15:59:59.999Z',
    actions: ['withdraw'],
  });
  expect((await shown(id)).followedBy).toMatchObject([{ caseId: forwardedTo, as: 'forward', status: 'submitted' }]);
  expect(outline(await world.send(cases.accept(forwardedTo, { actor: people.otherApprover })))).toBe('200 accepted');
  const told = (await world.facts()).filter(({ data }) => [data['forwardedTo'], data['caseId']].includes(forwardedTo));
  expect(told.map(({ type, data }) => [type, data['caseId'], data['state'] ?? 'received'])).toEqual([
    ['intake.application-submitted.v1', forwardedTo, 'received'],
    ['intake.case-changed.v2', forwardedTo, 'accepted'],
    ['intake.case-changed.v2', id, 'decided'],
  ]);
});

test('where the other item asks for more it is a draft, which the applicant completes and hands in', async () => {
  await world.send(forward('with-seats'));
  const { forwardedTo } = await shown(id);
  expect(await shown(forwardedTo)).toMatchObject({ status: 'draft', form: cases.goodForm });
  expect(outline(await world.send(cases.submit(forwardedTo)))).toBe('400 form-invalid');
  const body = { form: { ...cases.goodForm, seats: 40 } };
  expect((await world.send(cases.save(forwardedTo, 1, { body }))).status).toBe(200);
  expect(outline(await world.send(cases.submit(forwardedTo)))).toBe('200 submitted');
  const submitted = (await world.facts()).find(({ subject }) => subject === forwardedTo);
  expect(submitted?.data['follows']).toEqual({ caseId: id, as: 'forward' });
  // It is the applicant's own affair still.
  expect(outline(await world.send(cases.withdraw(forwardedTo)))).toBe('200 withdrawn');
});

test.each(['food-business-licence', 'guide-only', 'item-of-the-city'])(
  'to %s nothing is forwarded: not to itself, not to a guide, not to another set',
  async (itemKey) => {
    const rows = table.rows().length;
    expect(outline(await world.send(forward(itemKey)))).toBe('409 no-successor');
    expect(table.rows()).toHaveLength(rows);
    expect((await shown(id)).status).toBe('accepted');
  },
);

test('repeated with its key it is forwarded once; raced by a withdrawal, not at all', async () => {
  const other = await draft(world);
  await world.send(cases.submit(other));
  await world.send(cases.accept(other));
  const request = forward('name-only');
  await world.send(request);
  expect((await world.send(request)).headers['Idempotent-Replayed']).toBe('true');

  table.beforeNextWrite(() => world.send(cases.withdraw(other)));
  expect(outline(await world.send({ ...forward('name-only'), path: `/intake/applications/${other}/forward` }))).toBe(
    '409 wrong-state',
  );
  const successors = table.rows().filter(({ sk, itemKey }) => sk === 'REC' && itemKey === 'name-only');
  expect(successors).toHaveLength(1);
});

test('a place is named by an item, no longer by a text; and only who decides forwards', async () => {
  expect((await world.send(forward('', { body: { to: '市局', why: '市级权限' } }))).status).toBe(400);
  expect((await world.send(forward('name-only', { actor: people.clerk }))).status).toBe(403);
  expect((await world.send(forward('name-only', { actor: people.otherApprover }))).status).toBe(404);
});

test('what was forwarded cannot be corrected or reviewed here; what became of it can', async () => {
  await world.send(forward('name-only'));
  const { forwardedTo, actions } = await shown(id);
  expect(actions).toEqual([]);
  expect(outline(await world.send(act(id, 'correct', { actor: people.company, body: { why: '有误' } })))).toBe(
    '409 not-to-follow',
  );
  await world.send(cases.accept(forwardedTo, { actor: people.otherApprover }));
  const opinion = { verdict: 'agree', opinion: '合格' };
  await world.send(act(forwardedTo, 'tasks/1/opinion', { actor: people.otherApprover, body: opinion }));
  await world.send(cases.decide(forwardedTo, 3, { actor: people.otherApprover }));
  expect((await shown(forwardedTo)).actions).toEqual(['correct', 'review']);
});

test.each([
  ['correct', people.company, people.approver],
  ['revoke', people.head, people.approver],
  ['review', people.company, reviewer],
])('what was opened to %s a decision is not passed on: its office decides it', async (way, opener, handler) => {
  const linked = await linkedOver(fakeTable());
  const ground = way === 'revoke' && { ground: 'deception' };
  const { body } = await linked.send(
    act(await linked.decided(), way, { actor: opener, body: { why: '有误', ...ground } }),
  );
  await linked.send(act(body.id, 'accept', { actor: handler }));
  const passOn = act(body.id, 'forward', { actor: handler, body: { itemKey: 'other-item', why: '属其他部门' } });
  expect(outline(await linked.send(passOn))).toBe('409 not-to-forward');
  const { status, actions } = (await linked.send(read(body.id, { actor: handler }))).body;
  expect([status, actions.includes('decide'), actions.includes('forward')]).toEqual(['accepted', true, false]);
});
