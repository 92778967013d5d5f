import { expect, test } from 'vitest';
import { coded } from '../../test/docs/examples/project.ts';
import { officer, openAgency } from '../../test/support/agency.ts';
import { tellerOf } from '../../test/support/case-teller.ts';
import { uuid } from '../../test/support/facts.ts';
import { fc } from '../../test/support/property.ts';

const project = { ...coded, facts: { filingKind: 'filing', landTaken: 4000 } };
const caseId = uuid(1, 1);

async function opened(now = '2026-08-10T01:00:00Z') {
  const agency = openAgency();
  const id = await agency.register(project);
  agency.clock.now = new Date(now);
  const read = async (what: 'plan' | 'gantt') =>
    (await agency.ask({ path: `/agency/projects/${id}/${what}`, actor: officer })).body;
  const item = async (key: string) => (await read('plan')).items.find((one: { key: string }) => one.key === key);
  return { ...agency, id, read, item };
}

test('a case of the project moves its item on, and what needs it can start once it is granted', async () => {
  const { hear, id, item } = await opened();
  const { submitted, changed } = tellerOf(id);
  await hear(submitted(3, 'project-filing'));
  expect(await item('project-filing')).toMatchObject({
    state: 'in-hand',
    case: { state: 'open', submitted: '2026-08-03' },
  });
  await hear(changed([3, 4], 'accepted', { dueAt: '2026-08-14T15:59:59.999Z' }));
  expect(await item('site-opinion')).toMatchObject({ state: 'waiting', expected: { start: '2026-08-14' } });
  await hear(changed([4, 6], 'decided', { outcome: 'granted' }));
  expect(await item('project-filing')).toMatchObject({
    state: 'done',
    expected: { start: '2026-08-04', end: '2026-08-06' },
  });
  expect(await item('site-opinion')).toMatchObject({ state: 'ready', expected: { start: '2026-08-10' } });
});

test('the bars show what happened, with the pauses of a case', async () => {
  const { hear, id, read } = await opened();
  const { submitted, changed } = tellerOf(id);
  await hear(submitted(3, 'project-filing'), changed([3, 3], 'accepted'), changed([4, 4], 'suspended'));
  const bar = async () => (await read('gantt')).stages[0].bars[0];
  expect(await bar()).toMatchObject({
    state: 'in-hand',
    actual: { start: '2026-08-03' },
    pauses: [{ from: '2026-08-04' }],
  });
  await hear(changed([5, 6], 'accepted'), changed([6, 7], 'decided', { outcome: 'refused' }));
  expect(await bar()).toMatchObject({
    state: 'refused',
    actual: { start: '2026-08-03', end: '2026-08-07' },
    pauses: [{ from: '2026-08-04', until: '2026-08-06' }],
  });
  expect((await read('plan')).stopped).toContain('site-opinion');
});

test('facts that come twice and in any order leave the same plan', async () => {
  const { submitted, changed } = tellerOf('');
  const told = (projectId: string) =>
    [
      submitted(3, 'project-filing'),
      changed([3, 3], 'accepted'),
      changed([4, 5], 'suspended'),
      changed([5, 6], 'decided', { outcome: 'granted' }),
    ].map((one) => ({ ...one, data: { ...one.data, projectId } }));
  const { item: usual, hear: tell, id } = await opened();
  for (const one of told(id)) await tell(one);
  const expected = await usual('project-filing');
  expect(expected).toMatchObject({ state: 'done' });

  const orders = fc.tuple(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.shuffledSubarray([0, 1, 2, 3]));
  await fc.assert(
    fc.asyncProperty(orders, async ([once, again]) => {
      const { hear, item, ...other } = await opened();
      const facts = told(other.id);
      for (const n of [...once, ...again]) await hear(...facts.slice(n, n + 1));
      const { state, expected: days } = await item('project-filing');
      expect({ state, days }).toEqual({ state: 'done', days: expected.expected });
    }),
    { numRuns: 20 },
  );
});

test('a grant that is revoked is none any more, and a case about another is no case of the item', async () => {
  const { hear, id, item } = await opened();
  const [first, second] = [tellerOf(id), tellerOf(id, 2)];
  await hear(first.submitted(3, 'project-filing'), first.changed([3, 4], 'decided', { outcome: 'granted' }));
  await hear(second.submitted(5, 'project-filing', { follows: { caseId, as: 'revoke' } }));
  expect(await item('project-filing')).toMatchObject({ state: 'done', case: { caseId } });
  await hear(second.changed([3, 6], 'decided', { outcome: 'granted' }));
  expect(await item('project-filing')).toMatchObject({ state: 'ready', case: { caseId, state: 'ended' } });
});

test('an item that was refused and is applied for again goes on by the later case', async () => {
  const { hear, id, item } = await opened();
  const [first, second] = [tellerOf(id), tellerOf(id, 2)];
  await hear(first.submitted(3, 'project-filing'), first.changed([3, 4], 'decided', { outcome: 'refused' }));
  expect(await item('site-opinion')).toMatchObject({ state: 'stopped' });
  await hear(second.submitted(6, 'project-filing'));
  expect(await item('project-filing')).toMatchObject({ state: 'in-hand', case: { caseId: uuid(2, 1) } });
  expect(await item('site-opinion')).toMatchObject({ state: 'waiting' });
});

test('a case of no project, or of one that is not here, leaves nothing behind', async () => {
  const { hear, table } = await opened();
  const kept = () => table.rows().filter(({ sk }) => sk !== 'MARK').length;
  const before = kept();
  for (const projectId of [undefined, 'tower', uuid(9)]) {
    const { submitted, changed } = tellerOf(projectId, 3);
    await hear(submitted(3, 'project-filing'), changed([3, 4], 'accepted'));
  }
  expect(kept()).toBe(before);
});
