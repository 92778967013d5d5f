import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
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
const act = (id: string, name: string, actor = otherApprover) => {
  const body = name === 'report' ? { text: '已纳入监管' } : {};
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
  expect(outline(await act(id, 'report', service))).toEqual([409, 'wrong-state']);
  expect(outline(await act(id, 'receipt', service))).toEqual([200, 'confirmed']);
  expect(outline(await act(id, 'receipt'))).toEqual([409, 'wrong-state']);
  expect(outline(await act(id, 'report'))).toEqual([200, 'reported']);
  expect(await list('reported')).toMatchObject([
    { id, receipt: { by: 'health-system' }, report: { by: 'other-approver', text: '已纳入监管' }, actions: [] },
  ]);
});

test('no other department comes to it, nor whoever applied', async () => {
  const id = await at.decided();
  expect(outline(await act(id, 'receipt', approver))).toEqual([404, 'not-found']);
  expect(outline(await act(id, 'receipt', { ...otherApprover, partyId: 'p_company' }))).toEqual([403, 'own-case']);
  expect(
    outline(await at.world.send({ path: '/intake/pushes', query: { department: 'health' }, actor: approver })),
  ).toEqual([404, 'not-found']);
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
