import { expect, test } from 'vitest';
import { areaInput } from '../../test/docs/examples/area.ts';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency, outsider } from '../../test/support/agency.ts';
import { tellerOf } from '../../test/support/case-teller.ts';

const facts = { eiaClass: 'form', landTaken: 26_000, energy: 2000, seismicClass: false, heritageArea: false };
const lead = staffActor('officer-lead');

async function opened() {
  const agency = openAgency();
  const id = await agency.register({ ...coded, facts });
  const table = async (n = 3, actor = officer) =>
    agency.ask({ path: `/agency/projects/${id}/stages/${n}/evaluations`, actor });
  /** The evaluations are handed in on the third of August, and accepted. */
  const file = async (...items: readonly string[]) => {
    for (const [n, item] of items.entries()) {
      const { submitted, changed } = tellerOf(id, n + 1);
      await agency.hear(submitted(3, item), changed([3, 3], 'accepted', { dueAt: '2026-08-14T15:59:59.999Z' }));
    }
  };
  return { ...agency, id, table, file };
}

test('the evaluations of a stage stand in one table, from the one form to the last opinion', async () => {
  const { file, hear, id, table } = await opened();
  expect((await table()).body).toMatchObject({
    state: 'to-file',
    filedOn: [],
    opinions: [
      { key: 'soil-conservation', state: 'ready' },
      { key: 'eia-report', state: 'off', because: 'condition' },
      { key: 'eia-form' },
      { key: 'energy-review' },
    ],
  });
  await file('soil-conservation', 'eia-form', 'energy-review');
  expect((await table(3, investorActor)).body).toMatchObject({
    state: 'in-review',
    filedOn: ['2026-08-03'],
    awaited: ['water', 'eco', 'ndrc'],
    opinions: [{ until: '2026-08-14' }, {}, { until: '2026-08-14' }, {}],
  });
  await hear(tellerOf(id, 1).changed([4, 5], 'decided', { outcome: 'granted' }));
  await hear(tellerOf(id, 2).changed([4, 6], 'decided', { outcome: 'refused' }));
  expect((await table()).body).toMatchObject({ state: 'in-review', awaited: ['ndrc'] });
  await hear(tellerOf(id, 3).changed([4, 7], 'decided', { outcome: 'granted' }));
  const { body } = await table();
  expect(body).toMatchObject({ state: 'concluded', awaited: [] });
  const said = body.opinions.map(({ opinion }: { opinion?: string }) => opinion);
  expect(said).toEqual(['granted', undefined, 'refused', 'granted']);
});

test('what was not filed with the others is seen, and what was withdrawn is to be filed again', async () => {
  const { file, hear, id, table } = await opened();
  await file('soil-conservation', 'eia-form');
  expect((await table()).body).toMatchObject({ state: 'partly-filed' });
  await hear(tellerOf(id, 2).changed([4, 5], 'withdrawn'));
  await hear(tellerOf(id, 3).submitted(6, 'energy-review'), tellerOf(id, 4).submitted(6, 'eia-form'));
  expect((await table()).body).toMatchObject({ state: 'in-review', filedOn: ['2026-08-03', '2026-08-06'] });
});

test('what an evaluation of the area stands for is off in the table, with its report', async () => {
  const { act, ask, file, id, table } = await opened();
  const post = async (path: string, body: object) =>
    ask({ method: 'POST', path, body, actor: lead, headers: { 'If-Match': '"1"' } });
  const { body: area } = await post('/agency/areas', areaInput);
  await post(`/agency/areas/${area.id}/publish`, {});
  await act(id, 'area', { body: { areaId: area.id } });
  await file('energy-review');
  const { body } = await table();
  expect(body).toMatchObject({ state: 'in-review', awaited: ['ndrc'] });
  expect(body.opinions[0]).toMatchObject({ state: 'off', because: 'area-evaluation', area: { areaId: area.id } });
});

test('a stage without evaluations has none, and a stranger sees no table', async () => {
  const { table } = await opened();
  expect((await table(4)).body).toMatchObject({ state: 'none', opinions: [] });
  expect(await table(3, outsider)).toMatchObject({ status: 404 });
});
