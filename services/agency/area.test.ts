import { expect, test } from 'vitest';
import { areaInput } from '../../test/docs/examples/area.ts';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency } from '../../test/support/agency.ts';

const lead = staffActor('officer-lead');
const facts = { filingKind: 'filing', eiaClass: 'form', landTaken: 26_000, energy: 2000, basementDue: false };
const project = { ...coded, facts };
const reasons = '区域规划已调整';

/** A set with an area that is published, and a project. */
async function opened(input: object = areaInput) {
  const agency = openAgency();
  const { ask } = agency;
  const areas = (path = '', request: object = {}) => ask({ path: `/agency/areas${path}`, actor: officer, ...request });
  const made = await areas('', { method: 'POST', body: input });
  const area: string = made.body.id;
  const actOnArea = async (name: string, body: object = {}, actor = lead) => {
    const { body: seen } = await areas(`/${area}`);
    return areas(`/${area}/${name}`, { method: 'POST', body, actor, headers: { 'If-Match': `"${seen.version}"` } });
  };
  const id = await agency.register(project);
  const plan = async () => (await ask({ path: `/agency/projects/${id}/plan`, actor: officer })).body;
  const item = async (key: string) => (await plan()).items.find((one: { key: string }) => one.key === key);
  return { ...agency, areas, area, actOnArea, id, plan, item, made };
}

test('a project that stands in an area reuses its evaluations, and the plan says by which report until when', async () => {
  const { act, actOnArea, area, areas, id, item } = await opened();
  await actOnArea('publish');
  const entered = await act(id, 'area', { body: { areaId: area } });
  expect(entered).toMatchObject({ status: 200, body: { planned: { on: [], off: ['soil-conservation', 'eia-form'] } } });
  const { body: shown } = await areas(`/${area}`);
  expect(await item('eia-form')).toMatchObject({
    state: 'off',
    because: 'area-evaluation',
    evaluation: 'eia',
    area: { areaId: area, reportId: shown.reports[0].id, until: '2026-12-31' },
  });
  expect(shown.reuse).toEqual({
    projects: 1,
    evaluations: [
      { evaluation: 'eia', projects: 1, items: 1, days: 10 },
      { evaluation: 'soil', projects: 1, items: 1, days: 5 },
    ],
  });
});

test('an evaluation whose condition the project does not meet stands for nothing, until its facts are others', async () => {
  const { act, actOnArea, area, areas, id, item, plan } = await opened();
  await actOnArea('publish');
  await act(id, 'area', { body: { areaId: area } });
  expect(await item('energy-review')).toMatchObject({ state: 'ready' });
  expect((await plan()).area.evaluations[2]).toMatchObject({ evaluation: 'energy', standing: 'unmet' });
  const { name, kind, place } = project;
  const edited = await act(id, 'edit', { body: { name, kind, place, facts: { ...facts, energy: 1500 } } });
  expect(edited.body.planned).toMatchObject({ off: ['energy-review'] });
  expect((await areas(`/${area}`)).body.reuse.evaluations).toHaveLength(3);
});

test('a report that lapses gives an item back to the project, and the plan tells it before and after', async () => {
  const { act, actOnArea, area, clock, id, item, plan } = await opened();
  await actOnArea('publish');
  await act(id, 'area', { body: { areaId: area } });
  const turn = { day: '2026-09-01', began: [], lapsed: ['soil'], on: ['soil-conservation'], off: [] };
  expect((await plan()).area.turns[0]).toEqual(turn);
  clock.now = new Date('2026-09-01T01:00:00Z');
  expect(await item('soil-conservation')).toMatchObject({ state: 'ready' });
  expect((await plan()).area.turns[0]).toEqual(turn);
  const next = { ...areaInput.reports[1], from: '2026-09-01', until: '2027-08-31' };
  expect(await actOnArea('add-report', next)).toMatchObject({ status: 200 });
  expect(await item('soil-conservation')).toMatchObject({ state: 'off', area: { until: '2027-08-31' } });
});

test('a report that is withdrawn, or an area that has ended, stands for nothing from that day on', async () => {
  const { act, actOnArea, area, areas, id, item } = await opened();
  await actOnArea('publish');
  await act(id, 'area', { body: { areaId: area } });
  const reportId = (await areas(`/${area}`)).body.reports[0].id;
  await actOnArea('withdraw-report', { reportId, reasons });
  expect(await item('eia-form')).toMatchObject({ state: 'ready' });
  expect(await actOnArea('withdraw-report', { reportId, reasons })).toMatchObject({ body: { code: 'no-such-report' } });
  expect(await item('soil-conservation')).toMatchObject({ state: 'off' });
  await actOnArea('end', { reasons });
  expect(await item('soil-conservation')).toMatchObject({ state: 'ready' });
  expect(await actOnArea('publish')).toMatchObject({ status: 409, body: { code: 'area-moved' } });
});

test('what a project reuses is counted while it stands there, and not after it has left', async () => {
  const { act, actOnArea, area, areas, id, item, register } = await opened();
  await actOnArea('publish');
  const second = await register({ ...project, code: '2607-350102-04-01-000002' });
  await act(id, 'area', { body: { areaId: area } });
  await act(second, 'area', { body: { areaId: area } });
  expect((await areas(`/${area}`)).body.reuse).toMatchObject({
    projects: 2,
    evaluations: [{ projects: 2, days: 20 }, {}],
  });
  await act(id, 'leave-area');
  expect((await areas(`/${area}`)).body.reuse).toMatchObject({ projects: 1, evaluations: [{ days: 10 }, {}] });
  expect(await item('eia-form')).toMatchObject({ state: 'ready' });
  expect(await act(id, 'leave-area')).toMatchObject({ body: { code: 'project-moved' } });
});

test('an area takes in what lies in it, and counts for nobody before it is published', async () => {
  const plots = { ...areaInput, bounds: { plots: ['GL-2026-03'] } };
  const { act, actOnArea, area, areas, ask, id } = await opened(plots);
  const enter = (plot: string) => act(id, 'area', { body: { areaId: area, plot } });
  expect(await enter('GL-2026-03')).toMatchObject({ status: 409, body: { code: 'area-not-in-force' } });
  expect(await areas(`/${area}`, { actor: investorActor })).toMatchObject({ status: 404 });
  await actOnArea('publish');
  expect(await enter('GL-2026-04')).toMatchObject({ status: 409, body: { code: 'outside-area' } });
  expect(await enter('GL-2026-03')).toMatchObject({ status: 200 });
  const listed = await ask({ path: '/agency/areas', actor: investorActor });
  expect(listed.body.items).toMatchObject([{ id: area, evaluations: ['eia', 'soil', 'energy'] }]);
});

test('only the lead of the officers publishes an area and adds to one that is published; evaluations are not typed', async () => {
  const { actOnArea, ask } = await opened();
  expect(await actOnArea('publish', {}, officer)).toMatchObject({ status: 403 });
  await actOnArea('publish');
  expect(await actOnArea('add-report', areaInput.reports[0], officer)).toMatchObject({ body: { code: 'area-moved' } });
  const typed = { ...project, code: '2607-350102-04-01-000002', facts: { ...facts, areaEvaluations: ['eia'] } };
  const { body } = await ask({ method: 'POST', path: '/agency/projects', body: typed, actor: officer });
  expect(body).toMatchObject({ errors: [{ pointer: '/facts/areaEvaluations', code: 'fact-unfit' }] });
});

test('a report that could count for nobody is refused with every fault by its place', async () => {
  const { made } = await opened({
    ...areaInput,
    reports: [
      { ...areaInput.reports[0], until: '2025-01-01' },
      { evaluation: 'soil', from: '2026-01-01', until: '2026-12-31', paid: areaInput.reports[0]?.paid },
      {
        ...areaInput.reports[0],
        conditions: [
          { text: '示例', when: 'energy>>1' },
          { text: '示例', when: 'colour=red' },
        ],
      },
    ],
  });
  expect(made.status).toBe(400);
  expect(made.body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual([
    ['/reports/0/until', 'report-dates'],
    ['/reports/1/document', 'report-source'],
    ['/reports/2/conditions/0/when', 'condition-unreadable'],
    ['/reports/2/conditions/1/when', 'condition-fact-unknown'],
  ]);
});
