import { expect, test } from 'vitest';
import { announceInput, findingInput } from '../../test/docs/examples/visit.ts';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency, outsider } from '../../test/support/agency.ts';

const [mnr, cad, met] = ['mnr', 'cad', 'met'].map((department) => staffActor('approver', { department }));
const hc = staffActor('lead', { department: 'hc' });
const materials = ['b9f3d608-71a5-4e2c-8b4d-3c6e0a9f7d15'];
const tuesday = '2026-08-04';

/** A factory that is built, of which the investor has applied for the inspection on Monday the third. */
async function applied() {
  const agency = openAgency();
  const { ask } = agency;
  const id = await agency.register({ ...coded, facts: { basementDue: true } });
  const apply = (actor = investorActor) =>
    ask({ method: 'POST', path: `/agency/projects/${id}/visits`, body: {}, actor });
  const early = await apply();
  for (const name of ['begin-approval', 'begin-construction']) await agency.act(id, name);
  const made = await apply();
  const path = `/agency/visits/${made.body.id}`;
  const show = async (actor = hc) => (await ask({ path, actor })).body;
  const act = async (name: string, actor = hc, body: object = {}) => {
    const headers = { 'If-Match': `"${(await show()).version}"` };
    return ask({ method: 'POST', path: `${path}/${name}`, body, actor, headers });
  };
  const onDay = (day: string) => {
    agency.clock.now = new Date(`${day}T01:00:00Z`);
  };
  return { ...agency, id, apply, early, made, path, show, act, onDay };
}

/** The same once the visit was held on Tuesday: civil defence did not come. */
async function visited() {
  const all = await applied();
  await all.act('announce', hc, announceInput);
  all.onDay(tuesday);
  await all.act('hold', hc, { came: ['mnr', 'hc'] });
  const find = (actor = hc, rest: object = {}) => all.act('findings', actor, { ...findingInput, ...rest });
  const finishAll = async () => {
    for (const actor of [mnr, cad, hc]) await all.act('finish', actor);
  };
  return { ...all, find, finishAll };
}

test('a project is inspected by one visit, what was found is mended and looked at again, and there is one opinion', async () => {
  const { act, facts, find, finishAll, onDay, show } = await visited();
  expect(await find(hc)).toMatchObject({ status: 200 });
  await finishAll();
  expect((await act('close')).body).toMatchObject({ status: 'to-rectify' });
  const [{ id: findingId }] = (await show()).findings;
  expect(await act(`findings/${findingId}/accept`)).toMatchObject({ body: { code: 'no-such-finding' } });
  onDay('2026-08-10');
  const proof = { findings: [{ findingId, text: '已更换防火门', materials }] };
  expect((await act('rectify', investorActor, proof)).body).toMatchObject({ status: 'to-recheck' });
  expect(await find(mnr, { item: 'land-verification' })).toMatchObject({ status: 409 });
  expect((await act(`findings/${findingId}/accept`)).body).toMatchObject({ status: 'to-conclude' });
  expect((await act('opinion', hc, { outcome: 'passed' })).body).toMatchObject({ status: 'passed', actions: [] });
  expect(await show(investorActor)).toMatchObject({
    participants: [
      { department: 'mnr', came: true },
      { department: 'hc', came: true },
      { department: 'cad', came: false },
    ],
    waits: [{ from: tuesday, until: '2026-08-10' }],
    // The day of the visit; from Wednesday to Monday it was the investor's turn.
    clock: { days: 12, spent: 1, due: '2026-08-25', late: false },
    opinion: { outcome: 'passed' },
  });
  const told = facts().filter(({ type }) => type === 'agency.visit-changed.v1');
  expect(told.map(({ data }) => [data['state'], data['day'], data['until']])).toEqual([
    ['applied', undefined, undefined],
    ['announced', tuesday, undefined],
    ['visited', tuesday, undefined],
    ['to-rectify', tuesday, findingInput.until],
    ...['to-recheck', 'to-conclude', 'passed'].map((state) => [state, tuesday, undefined]),
  ]);
  expect(told.every(({ data }) => data['investor'] === investorActor.partyId)).toBe(true);
});

test('who did not come finds by documents alone, and its silence is no consent', async () => {
  const { act, find, onDay, show } = await visited();
  const shelter = { item: 'civil-defence-acceptance' };
  expect(await find(cad, shelter)).toMatchObject({ status: 409, body: { code: 'did-not-come' } });
  await act('finish');
  await act('finish', mnr);
  expect(await act('close')).toMatchObject({ body: { code: 'findings-awaited', about: 'cad' } });
  onDay('2026-08-07');
  expect((await act('close')).body).toMatchObject({ status: 'to-conclude' });
  const passing = () => act('opinion', hc, { outcome: 'passed' });
  expect(await passing()).toMatchObject({ status: 409, body: { code: 'decision-awaited', about: 'cad' } });
  await act('finish', cad);
  expect((await passing()).body).toMatchObject({ status: 'passed' });
  expect((await show()).participants[2]).toMatchObject({ department: 'cad', came: false, silent: true });
});

const proofOf = (...ids: string[]) => ({
  findings: ids.map((findingId) => ({ findingId, text: '已改', materials })),
});

test('what is not mended goes back with another day, and is overdue once that has passed', async () => {
  const { act, find, finishAll, onDay, show } = await visited();
  await find(hc);
  await find(cad, { item: 'civil-defence-acceptance', seen: 'documents' });
  await finishAll();
  await act('close');
  const [fire, shelter] = (await show()).findings;
  expect((await act('rectify', investorActor, proofOf(fire.id))).body).toMatchObject({ status: 'to-rectify' });
  expect((await act('rectify', investorActor, proofOf(shelter.id))).body).toMatchObject({ status: 'to-recheck' });
  const reject = (until: string) => act(`findings/${fire.id}/reject`, hc, { reasons: '闭门器未装', until });
  expect(await reject(tuesday)).toMatchObject({ body: { code: 'day-unfit' } });
  expect((await reject('2026-08-14')).body).toMatchObject({ status: 'to-recheck' });
  expect((await act(`findings/${shelter.id}/accept`, cad)).body).toMatchObject({ status: 'to-rectify' });
  onDay('2026-08-17');
  expect(await show()).toMatchObject({ overdue: [fire.id], findings: [{ state: 'open' }, { state: 'mended' }] });
  expect((await act('opinion', hc, { outcome: 'failed', reasons: '逾期未改' })).body).toMatchObject({
    status: 'failed',
  });
});

test('the visit is on a working day to come, another day can take its place, and nobody holds it before', async () => {
  const { act, facts, show } = await applied();
  const announce = (day: string) => act('announce', hc, { ...announceInput, day });
  for (const day of ['2026-08-03', '2026-08-08', '2027-03-01']) {
    expect(await announce(day)).toMatchObject({ status: 409, body: { code: 'day-unfit' } });
  }
  await announce('2026-08-05');
  await act('agree', investorActor);
  expect((await show()).visit).toMatchObject({ day: '2026-08-05', agreedAt: '2026-08-03T01:00:00.000Z' });
  await announce('2026-08-06');
  expect(facts().at(-1)?.data).toMatchObject({ act: 'announce', day: '2026-08-06' });
  expect((await show()).visit).not.toHaveProperty('agreedAt');
  expect(await act('hold', hc, { came: ['hc'] })).toMatchObject({ body: { code: 'too-early' } });
});

test('a project applies once it is under construction, and once at a time; whoever takes no part sees nothing', async () => {
  const { act, apply, ask, early, id, made, path } = await applied();
  expect(early).toMatchObject({ status: 409, body: { code: 'not-under-construction' } });
  expect(made).toMatchObject({ status: 201, body: { status: 'applied', actions: ['withdraw'] } });
  expect(await apply()).toMatchObject({ body: { code: 'visit-under-way' } });
  expect(await apply(officer)).toMatchObject({ body: { code: 'not-mandated' } });
  expect(await apply(outsider)).toMatchObject({ status: 404 });
  expect(await ask({ path, actor: met })).toMatchObject({ status: 404 });
  expect((await ask({ path: '/agency/visits', actor: hc })).body.items).toMatchObject([{ projectId: id }]);
  await act('withdraw', investorActor, { reasons: '尚有收尾' });
  expect(await apply()).toMatchObject({ status: 201 });
  const { body } = await ask({ path: `/agency/projects/${id}/visits`, actor: officer });
  const seenBy = async (actor = met) => (await ask({ path: `/agency/projects/${id}/visits`, actor })).body.items.length;
  expect([await seenBy(met), await seenBy(cad), await seenBy(hc)]).toEqual([0, 2, 2]);
  expect(body.items.map(({ status }: { status: string }) => status).toSorted()).toEqual(['applied', 'withdrawn']);
});
