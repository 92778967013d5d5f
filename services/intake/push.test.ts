import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { mergeFact, told } from '../../test/support/parties.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let at: Results;
beforeEach(async () => {
  at = await openResults({ ...cases.publication, items: [itemOf({ supervisingBody: 'health' })] });
});
const { otherApprover, approver } = people;
const service = { ...staffActor('service', { department: 'health' }, 'health-system'), kind: 'service' as const };
const list = async (status = 'pushed', actor = otherApprover) =>
  (await at.world.send({ path: '/intake/pushes', query: { department: 'health', status }, actor })).body.items;
const found = { text: '已纳入监管', conforms: true };
const act = (id: string, name: string, { actor = otherApprover, report = found } = {}) => {
  const body = name === 'report' ? report : {};
  return at.world.send({
    method: 'POST',
    path: `/intake/pushes/${id}/${name}`,
    actor,
    headers: cases.freshKey(),
    body,
  });
};

test.each(['granted', 'refused'])('a decision to end as %s goes to the supervising body at once', async (outcome) => {
  const id = await at.decided(outcome);
  expect(await list()).toMatchObject([
    { id, department: 'amr', supervisingBody: 'health', outcome, receiptBy: '2026-08-10T15:59:59.999Z', late: false },
  ]);
  expect(at.facts('intake.decision-pushed.v1').map(({ data }) => data)).toEqual([
    {
      caseId: id,
      itemKey: 'food-business-licence',
      district: 'gulou',
      department: 'amr',
      supervisingBody: 'health',
      outcome,
      receiptBy: '2026-08-10T15:59:59.999Z',
    },
  ]);
});

test('an officer or the system of that body confirms, and reports back', async () => {
  const id = await at.decided();
  expect(outline(await act(id, 'report', { actor: service }))).toEqual([409, 'wrong-state']);
  expect(outline(await act(id, 'receipt', { actor: service }))).toEqual([200, 'confirmed']);
  expect(outline(await act(id, 'receipt'))).toEqual([409, 'wrong-state']);
  expect(outline(await act(id, 'report'))).toEqual([200, 'reported']);
  expect(await list('reported')).toMatchObject([
    { id, receipt: { by: 'health-system' }, report: { by: 'other-approver', text: '已纳入监管' }, actions: [] },
  ]);
});

test('no other department comes to it, nor whoever applied', async () => {
  const id = await at.decided();
  expect(outline(await act(id, 'receipt', { actor: approver }))).toEqual([404, 'not-found']);
  expect(outline(await act(id, 'receipt', { actor: { ...otherApprover, partyId: 'p_company' } }))).toEqual([
    403,
    'own-case',
  ]);
  expect(
    outline(await at.world.send({ path: '/intake/pushes', query: { department: 'health' }, actor: approver })),
  ).toEqual([404, 'not-found']);
});

test('the list offers an officer nothing of what is his own by a document that a merge joins with his, nor is it done', async () => {
  const id = await at.decided();
  expect(await list()).toMatchObject([{ id, actions: ['confirm'] }]);
  await told(at.world.deps, mergeFact(1, ['p_company', otherApprover.partyId], 'merged'));
  expect(await list()).toMatchObject([{ id, actions: [] }]);
  expect(outline(await act(id, 'receipt'))).toEqual([403, 'own-case']);
});

test('a receipt that does not come is seen in the list and told once to whoever owes it', async () => {
  const id = await at.decided();
  at.later(7);
  await passTimeHourly(at.world.deps)();
  expect(at.findings()).toEqual([]);
  at.later(1);
  await passTimeHourly(at.world.deps)();
  await passTimeHourly(at.world.deps)();
  expect(at.findings()).toMatchObject([{ rule: 'receipt-overdue', caseId: id, department: 'health' }]);
  expect(await list('pushed', people.supervisor)).toMatchObject([{ id, late: true }]);
  expect(outline(await act(id, 'receipt'))).toEqual([200, 'confirmed']);
});

test('what one body approves and supervises is not pushed to itself', async () => {
  at = await openResults({ ...cases.publication, items: [itemOf({ supervisingBody: 'amr' })] });
  await at.decided();
  expect(at.facts('intake.decision-pushed.v1')).toEqual([]);
});

test('an item without a supervising body pushes nothing', async () => {
  at = await openResults();
  await at.decided();
  expect(at.facts('intake.decision-pushed.v1')).toEqual([]);
});

test('a fact that comes twice pushes once', async () => {
  const id = await at.decided();
  for (const row of at.table.rows().filter(({ pk }) => String(pk).startsWith('MARK#'))) {
    await at.table.transact([{ remove: { pk: String(row['pk']), sk: 'MARK' } }]);
  }
  await at.settle();
  expect(at.facts('intake.decision-pushed.v1')).toHaveLength(1);
  expect(await list()).toMatchObject([{ id, version: 1 }]);
});

test('what the supervising body says comes back to who decided: in its list, the case, the timeline, and to its head', async () => {
  const id = await at.decided();
  const own = async (status: string) =>
    at.world.send({
      path: '/intake/pushes',
      query: { department: 'amr', as: 'decided', status },
      actor: approver,
    });
  expect((await own('pushed')).body.items).toMatchObject([{ id, actions: [] }]);
  await act(id, 'receipt');
  await act(id, 'report', { report: { text: '现场与许可不符', conforms: false } });
  expect((await own('reported')).body.items).toMatchObject([
    { id, report: { text: '现场与许可不符', conforms: false } },
  ]);

  const seen = async (actor: typeof approver) => (await at.world.send({ ...cases.read(id), actor })).body.push;
  expect(await seen(approver)).toMatchObject({
    status: 'reported',
    supervisingBody: 'health',
    report: { conforms: false },
  });
  expect(await seen(people.company)).toBeUndefined();
  const acts = async (actor: typeof approver) =>
    (await at.see(id, 'timeline', { actor })).body.items.map((one: { act: string }) => one.act);
  expect((await acts(approver)).slice(-3)).toEqual(['push', 'push-confirmed', 'push-reported']);
  expect(await acts(people.company)).not.toContain('push-reported');

  expect(at.findings()).toMatchObject([{ rule: 'supervision-objects', department: 'amr', state: 'open' }]);
  const told = at.facts('intake.supervision-reported.v1').map(({ data }) => [data['department'], data['said']]);
  expect(told).toEqual([
    ['amr', 'confirmed'],
    ['amr', 'does-not-conform'],
  ]);
});
