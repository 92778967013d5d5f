import { expect, test } from 'vitest';
import { coded, projectInput } from '../../test/docs/examples/project.ts';
import { officer, openAgency } from '../../test/support/agency.ts';
import { acceptedStage, grantChain } from '../../test/support/agency-stages.ts';
import { caseOf, lead, officerNamed, teamsOf } from '../../test/support/officers.ts';
import { fc } from '../../test/support/property.ts';

const due = (day: number) => ({ dueAt: `2026-08-${String(day).padStart(2, '0')}T15:59:59.999Z` });
const granted = { outcome: 'granted' };

/** An agency with a project of officer `a` and its case. */
async function opened() {
  const agency = openAgency();
  const id = await agency.register(coded, officerNamed('a'));
  const read = async (name: string, what: string, query: Record<string, string> = {}) =>
    (await agency.ask({ path: `/agency/officers/p_${name}/${what}`, query, actor: lead })).body;
  const calendar = async (name: string, query: Record<string, string> = {}) =>
    read(name, 'calendar', { from: '2026-08-01', to: '2026-08-31', ...query });
  /** What an officer has done in August. */
  const august = async (name: string) => (await read(name, 'results', { from: '2026-08', until: '2026-08' })).months[0];
  const told = () => agency.facts().filter(({ type }) => type === 'agency.project-changed.v1');
  return { ...agency, ...teamsOf(agency), id, calendar, august, told, read };
}

test('what is due of an officer’s projects stands in his calendar by day, and what is over is marked', async () => {
  const { calendar, clock, hear, id } = await opened();
  const [first, second] = [caseOf(id, 1), caseOf(id, 2)];
  await hear(first.submitted('project-filing'), first.changed([3, 4], 'accepted', due(14)));
  await hear(second.submitted('site-opinion'), second.changed([3, 4], 'accepted', due(12)));
  clock.now = new Date('2026-08-13T01:00:00Z');
  expect((await calendar('a')).items).toMatchObject([
    { day: '2026-08-12', kind: 'case', projectId: id, itemKey: 'site-opinion', overdue: true },
    { day: '2026-08-14', itemKey: 'project-filing', overdue: false },
  ]);
  expect((await calendar('a', { from: '2026-08-13' })).items).toMatchObject([{ day: '2026-08-14' }]);
  expect((await calendar('a', { to: '2026-08-12' })).items).toMatchObject([{ day: '2026-08-12' }]);
});

test('a calendar is read page by page', async () => {
  const { calendar, hear, id } = await opened();
  for (const n of [1, 2, 3]) {
    const one = caseOf(id, n);
    await hear(one.submitted('project-filing'), one.changed([3, 4], 'accepted', due(10 + n)));
  }
  const first = await calendar('a', { limit: '2' });
  const rest = await calendar('a', { limit: '2', cursor: first.nextCursor });
  expect([...first.items, ...rest.items].map(({ day }) => day)).toEqual(['2026-08-11', '2026-08-12', '2026-08-13']);
  expect(rest.nextCursor).toBeNull();
});

test('what is paused, decided or withdrawn is due no more', async () => {
  const { calendar, hear, id } = await opened();
  const one = caseOf(id, 1);
  await hear(
    one.submitted('project-filing'),
    one.changed([3, 4], 'accepted', due(14)),
    one.changed([4, 5], 'suspended'),
  );
  expect((await calendar('a')).items).toEqual([]);
  await hear(one.changed([5, 6], 'accepted', due(17)));
  expect((await calendar('a')).items).toMatchObject([{ day: '2026-08-17' }]);
  await hear(one.changed([6, 7], 'withdrawn', { outcome: 'withdrawn' }));
  expect((await calendar('a')).items).toEqual([]);
});

test('what is due of a project follows whoever carries it', async () => {
  const { act, calendar, hear, id, told } = await opened();
  const one = caseOf(id, 1);
  await hear(one.submitted('project-filing'), one.changed([3, 4], 'accepted', due(14)));
  await act(id, 'hand-over', { body: { to: 'p_b' }, actor: lead });
  // Facts of a project may come in any order: whose it is now counts.
  await hear(...told().toReversed());
  expect((await calendar('a')).items).toEqual([]);
  expect((await calendar('b')).items).toMatchObject([{ day: '2026-08-14', projectId: id }]);
});

test('what nobody carries is due in nobody’s calendar until somebody takes it', async () => {
  const { act, calendar, hear, register, told } = await opened();
  const free = await register(projectInput, lead);
  const one = caseOf(free, 3);
  await hear(one.changed([3, 4], 'accepted', due(14)));
  await act(free, 'take', { actor: officerNamed('b') });
  await hear(...told());
  expect((await calendar('b')).items).toMatchObject([{ projectId: free }]);
});

test('a decision counts for whoever carried the project then: early by so many working days, or late', async () => {
  const { act, august, hear, id } = await opened();
  const [early, late] = [caseOf(id, 1), caseOf(id, 2)];
  // Friday the 14th after Monday the 10th: four working days; Tuesday the 18th after Friday: two.
  await hear(early.changed([3, 4], 'accepted', due(14)), early.changed([4, 10], 'decided', granted));
  await hear(late.changed([3, 4], 'accepted', due(14)), late.changed([4, 18], 'decided', { outcome: 'refused' }));
  await act(id, 'hand-over', { body: { to: 'p_b' }, actor: lead });
  expect(await august('a')).toMatchObject({ given: 1, passedOn: 1, decided: 2, daysSaved: 4, late: 1, daysOver: 2 });
  expect(await august('b')).toMatchObject({ given: 1, decided: 0 });
});

const factsOf = (id: string) => {
  const one = caseOf(id, 1);
  return [
    one.changed([3, 4], 'accepted', due(14)),
    one.changed([4, 5], 'suspended'),
    one.changed([5, 7], 'accepted', due(18)),
    one.changed([6, 12], 'decided', granted),
  ];
};

test('results are the same however often and in whichever order the facts of a case come', async () => {
  const orders = fc.tuple(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.shuffledSubarray([0, 1, 2, 3]));
  await fc.assert(
    fc.asyncProperty(orders, async ([once, again]) => {
      const { august, calendar, hear, id } = await opened();
      const all = factsOf(id);
      for (const n of [...once, ...again]) await hear(...all.slice(n, n + 1));
      expect(await august('a')).toMatchObject({ decided: 1, daysSaved: 4, late: 0, daysOver: 0, unmeasured: 0 });
      expect((await calendar('a')).items).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test('a calendar has at most 92 days, and results have months', async () => {
  const { calendar, read } = await opened();
  expect(await calendar('a', { to: '2026-12-31' })).toMatchObject({ code: 'invalid-input' });
  expect(await read('a', 'results', { from: '2026-13' })).toMatchObject({ code: 'invalid-input' });
  expect(await read('a', 'results')).toMatchObject({
    workload: { open: 1, weight: 2 },
    months: [{ month: '2026-08' }],
  });
});

test('a stage stands in the calendar by its own limit, and no more once it is over', async () => {
  const stages = await acceptedStage({ heritageArea: false });
  const { ask, id } = stages;
  const due = async () => {
    const query = { from: '2026-08-01', to: '2026-09-30' };
    const { body } = await ask({ path: `/agency/officers/${officer.partyId}/calendar`, query, actor: lead });
    return body.items.filter(({ kind }: { kind: string }) => kind === 'stage');
  };
  // Accepted on Wednesday the 5th, ten working days.
  expect(await due()).toMatchObject([{ day: '2026-08-19', ref: '1-1', projectId: id, overdue: false }]);
  await grantChain(stages);
  expect(await due()).toEqual([]);
});
