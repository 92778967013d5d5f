import { expect, test } from 'vitest';
import { drawingsInput, remarkInput } from '../../test/docs/examples/drawing.ts';
import { coded } from '../../test/docs/examples/project.ts';
import { staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, openAgency, outsider } from '../../test/support/agency.ts';

const facts = { basementDue: true, lightningRisk: false };
const [mnr, cad, met] = ['mnr', 'cad', 'met'].map((department) => staffActor('approver', { department }));
const hc = staffActor('lead', { department: 'hc' });
const [file] = drawingsInput.parts;
const changed = { materialId: file?.materialId, version: 2 };

/** A review of the drawings of a factory with a basement, as its investor has handed them in. */
async function opened(parts = drawingsInput.parts) {
  const agency = openAgency();
  const id = await agency.register({ ...coded, facts });
  const open = (actor = investorActor, given: object[] = parts) =>
    agency.ask({ method: 'POST', path: `/agency/projects/${id}/drawing-reviews`, body: { parts: given }, actor });
  const made = await open();
  const path = `/agency/drawing-reviews/${made.body.id}`;
  const show = async (actor = hc) => (await agency.ask({ path, actor })).body;
  const act = async (name: string, actor = hc, body: object = {}) => {
    const headers = { 'If-Match': `"${(await show()).version}"` };
    return agency.ask({ method: 'POST', path: `${path}/${name}`, body, actor, headers });
  };
  const remark = async (actor = hc, rest: object = {}) => act('remarks', actor, { ...remarkInput, ...rest });
  const remarks = async () => (await show()).remarks;
  const finishAll = async () => {
    for (const actor of [mnr, cad, hc]) await act('finish', actor);
  };
  return { ...agency, id, open, made, path, show, act, remark, remarks, finishAll };
}

test('drawings go through two rounds, of which the second looks at what has changed, to one opinion', async () => {
  const { act, finishAll, made, remark, remarks, show, facts: told } = await opened();
  expect(made).toMatchObject({ status: 201, body: { status: 'in-review', round: 1, actions: ['withdraw'] } });
  await remark();
  await remark(mnr, { part: 'building', severity: 'advice', place: '建施-01', text: '宜增加无障碍坡道' });
  await finishAll();
  expect((await act('close-round')).body).toMatchObject({ status: 'with-designer' });
  const [must] = await remarks();
  const answers = [{ remarkId: must.id, text: '已增设前室' }];
  const again = await act('resubmit', investorActor, { answers, parts: [{ key: 'fire', ...changed }] });
  expect(again.body).toMatchObject({ status: 'in-review', round: 2 });
  expect((await show()).rounds[1]).toMatchObject({ asked: ['hc'], lastDay: '2026-08-10' });
  expect(await act('finish')).toMatchObject({ body: { code: 'answers-unjudged', about: must.id } });
  await act(`remarks/${must.id}/settle`);
  await act('finish');
  expect((await act('close-round')).body).toMatchObject({ status: 'to-conclude' });
  expect((await act('opinion', hc, { outcome: 'passed' })).body).toMatchObject({ status: 'passed', actions: [] });
  expect(await show(investorActor)).toMatchObject({
    opinion: { outcome: 'passed' },
    parts: [{ round: 1 }, { round: 1 }, { key: 'fire', round: 2, version: 2 }, { round: 1 }],
    remarks: [{ state: 'settled' }, { state: 'open', severity: 'advice' }],
    faults: [],
  });
  const reviewed = told().filter(({ type }) => type === 'agency.drawing-review-changed.v1');
  const states = ['in-review', 'with-designer', 'in-review', 'to-conclude', 'passed'];
  expect(reviewed.map(({ data }) => data['state'])).toEqual(states);
  expect(reviewed[1]?.data).toMatchObject({ investor: investorActor.partyId, stage: 3, act: 'close-round', round: 1 });
});

test('no remark is added in a later round to a part that has not changed; insisted on, it is a fault of the department', async () => {
  const { act, finishAll, remark, remarks, show } = await opened();
  await remark();
  await finishAll();
  await act('close-round');
  const [first] = await remarks();
  const answers = [{ remarkId: first.id, text: '已增设前室' }];
  await act('resubmit', investorActor, { answers, parts: [{ key: 'fire', ...changed }] });
  const late = { part: 'civil-defence', place: '防施-02' };
  expect(await remark(cad, late)).toMatchObject({ status: 409, body: { code: 'part-unchanged' } });
  expect(await remark(cad, { ...late, severity: 'advice', insists: '漏看' })).toMatchObject({ status: 409 });
  expect(await remark(cad, { ...late, insists: '首轮漏看防护门等级' })).toMatchObject({ status: 200 });
  expect(await remark(hc, { text: '前室面积不足' })).toMatchObject({ status: 200 });
  expect((await show()).faults).toMatchObject([{ department: 'cad', part: 'civil-defence', round: 2 }]);
});

test('who says nothing in its days is silent, and that is no consent to what it must decide by law', async () => {
  const { act, clock, remark, remarks, show } = await opened();
  await act('finish');
  expect(await act('close-round')).toMatchObject({ body: { code: 'reviews-awaited', about: 'mnr cad' } });
  clock.now = new Date('2026-08-11T01:00:00Z');
  expect((await act('close-round')).body).toMatchObject({ status: 'to-conclude' });
  expect(await show()).toMatchObject({ rounds: [{ silent: ['mnr', 'cad'] }], undecided: ['cad'] });
  const passing = () => act('opinion', hc, { outcome: 'passed' });
  expect(await passing()).toMatchObject({ status: 409, body: { code: 'decision-missing', about: 'cad' } });
  await remark(cad, { part: 'civil-defence', insists: '漏看' });
  const [late] = await remarks();
  expect(await show()).toMatchObject({ status: 'with-designer' });
  await act('resubmit', investorActor, { answers: [{ remarkId: late.id, text: '已改' }], parts: [] });
  await act(`remarks/${late.id}/settle`, cad);
  await act('finish', cad);
  await act('close-round');
  expect((await passing()).body).toMatchObject({ status: 'passed' });
  expect((await show()).rounds[0].silent).toEqual(['mnr', 'cad']);
});

const answer = (remarkId: string) => ({ remarkId, text: '已改' });

test('an answer that does not meet a remark goes back, and every remark that must be met is answered', async () => {
  const { act, finishAll, remark, remarks } = await opened();
  await remark();
  await remark(cad, { part: 'civil-defence' });
  await finishAll();
  await act('close-round');
  const [one, two] = await remarks();
  const resubmit = (answers: object[], parts: object[] = []) => act('resubmit', investorActor, { answers, parts });
  expect(await resubmit([answer(one.id)])).toMatchObject({ body: { code: 'answers-missing', about: two.id } });
  const both = [answer(one.id), answer(two.id)];
  expect(await resubmit(both, [{ ...file, key: 'fire' }])).toMatchObject({
    body: { code: 'part-same', about: 'fire' },
  });
  await resubmit(both);
  expect(await act(`remarks/${one.id}/settle`, cad)).toMatchObject({ body: { code: 'no-such-remark' } });
  await act(`remarks/${one.id}/uphold`, hc, { reasons: '图上仍无前室' });
  await act(`remarks/${two.id}/settle`, cad);
  await act('finish', cad);
  await act('finish');
  expect((await act('close-round')).body).toMatchObject({ status: 'with-designer' });
  expect((await act('opinion', hc, { outcome: 'failed', reasons: '多次未改' })).body).toMatchObject({
    status: 'failed',
  });
});

test('parts that the project owes are missed by name, and one review of a stage is under way at a time', async () => {
  const { act, made, open } = await opened(drawingsInput.parts.slice(0, 3));
  expect(made.body.errors).toMatchObject([{ pointer: '/parts/civil-defence', code: 'part-missing' }]);
  const strange = await open(investorActor, [...drawingsInput.parts, { ...file, key: 'garden' }]);
  expect(strange.body.errors).toMatchObject([{ pointer: '/parts/4/key', code: 'part-unknown' }]);
  const whole = await opened();
  expect(await whole.open()).toMatchObject({ body: { code: 'review-under-way' } });
  await whole.act('withdraw', investorActor, { reasons: '重新设计' });
  expect(await whole.open()).toMatchObject({ status: 201 });
  expect(await act('finish')).toMatchObject({ status: 404 });
});

test('an officer answers for the investor by a mandate that covers the stage, and by none that does not', async () => {
  for (const [stages, status] of [
    [[3, 4], 200],
    [[1, 2], 409],
  ] as const) {
    const { act, ask, id, show } = await opened();
    const terms = { stages, extent: 'full' };
    const asked = await ask({ method: 'POST', path: `/agency/projects/${id}/mandates`, body: terms, actor: officer });
    for (const [n, [name, actor, body]] of (
      [
        ['draw-up', officer, terms],
        ['sign', officer, {}],
        ['seal', investorActor, {}],
      ] as const
    ).entries()) {
      const headers = { 'If-Match': `"${n + 1}"` };
      await ask({ method: 'POST', path: `/agency/mandates/${asked.body.id}/${name}`, body, actor, headers });
    }
    expect((await show(officer)).actions).toEqual(status === 200 ? ['withdraw'] : []);
    expect(await act('withdraw', officer, { reasons: '重新设计' })).toMatchObject({ status });
  }
});

test('an officer hands in for the investor by a mandate alone, and a department that has no part sees nothing', async () => {
  const { ask, id, open, path, remark } = await opened();
  expect(await open(officer)).toMatchObject({ body: { code: 'not-mandated' } });
  expect(await open(outsider)).toMatchObject({ status: 404 });
  expect(await ask({ path, actor: met })).toMatchObject({ status: 404 });
  expect(await remark(cad)).toMatchObject({ body: { code: 'not-reviewer' } });
  const listed = await ask({ path: '/agency/drawing-reviews', actor: hc });
  expect(listed.body.items).toMatchObject([{ projectId: id, round: 1 }]);
  const ofProject = await ask({ path: `/agency/projects/${id}/drawing-reviews`, actor: officer });
  expect(ofProject.body).toEqual(listed.body);
  const seenBy = async (actor = met) =>
    (await ask({ path: `/agency/projects/${id}/drawing-reviews`, actor })).body.items.length;
  expect([await seenBy(met), await seenBy(mnr), await seenBy(investorActor)]).toEqual([0, 1, 1]);
});
