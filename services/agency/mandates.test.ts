import { expect, test } from 'vitest';
import { coded } from '../../test/docs/examples/project.ts';
import { applicantActor } from '../../test/support/actors.ts';
import { investorActor, officer, outsider } from '../../test/support/agency.ts';
import { full, lead, nextOfficer, openMandates } from '../../test/support/mandates.ts';

test('a mandate is asked for, drawn up, signed and sealed; only then its officer has an authority, for these stages of this project', async () => {
  const { asked, doOn, mandateOf, authorities } = openMandates();
  const { projectId, id } = await asked();
  expect((await mandateOf(id, investorActor)).actions).toEqual(['refuse']);
  await doOn(id, 'draw-up', { body: { ...full, stages: [2, 1] } });
  await doOn(id, 'sign');
  expect(authorities()).toEqual([]);
  expect(await mandateOf(id, investorActor)).toMatchObject({
    status: 'to-be-sealed',
    fee: 'free',
    notices: { to: investorActor.partyId, seenBy: officer.partyId },
  });
  expect(await doOn(id, 'seal', { actor: investorActor })).toMatchObject({ status: 200, body: { status: 'acting' } });
  expect(authorities()).toMatchObject([
    {
      kind: 'officer',
      principal: investorActor.partyId,
      delegate: officer.partyId,
      scope: { items: ['*'], stages: [1, 2], projectId },
      state: 'active',
    },
  ]);
});

test('nobody but the investor seals, with its identity proved at level 3, and only what it has seen', async () => {
  const { asked, doOn, mandateOf } = openMandates();
  const { id } = await asked();
  await doOn(id, 'draw-up', { body: full });
  await doOn(id, 'sign');
  const { version } = await mandateOf(id);
  const weak = { ...investorActor, assurance: 2 as const };
  expect(await doOn(id, 'seal', { actor: weak })).toMatchObject({ status: 403, body: { code: 'assurance-too-low' } });
  expect(await doOn(id, 'seal', { actor: outsider, seen: version })).toMatchObject({ status: 404 });
  await doOn(id, 'draw-up', { body: { ...full, stages: [1, 2, 3, 4] } });
  await doOn(id, 'sign');
  expect(await doOn(id, 'seal', { actor: investorActor, seen: version })).toMatchObject({ status: 412 });
  const legal = applicantActor('legal representative', { orgs: [investorActor.partyId] });
  expect(await doOn(id, 'seal', { actor: legal })).toMatchObject({ status: 200 });
  expect((await mandateOf(id)).sealed).toMatchObject({ by: legal.partyId, assurance: 3 });
});

test('the office may offer one, which the investor refuses with its reasons; another can be asked for then', async () => {
  const { asked, ask, doOn, mandateOf } = openMandates();
  const { id, projectId } = await asked(full, officer);
  const again = { method: 'POST', path: `/agency/projects/${projectId}/mandates`, body: full, actor: investorActor };
  expect(await ask(again)).toMatchObject({ status: 409, body: { code: 'mandate-unfinished' } });
  await doOn(id, 'refuse', { body: { reasons: '自己办理' }, actor: investorActor });
  expect(await mandateOf(id)).toMatchObject({ status: 'refused', askedBy: 'office', ending: { reasons: '自己办理' } });
  const { body } = await ask(again);
  expect(body).toMatchObject({ status: 'to-sign', number: 'DB-gulou-20260803-0002' });
  const listed = await ask({ path: `/agency/projects/${projectId}/mandates`, actor: investorActor });
  expect(listed.body.items).toMatchObject([{ id, status: 'refused' }, { id: body.id }]);
});

test('a partial mandate names its items, a full one none, and its end is still to come', async () => {
  const { ask, register, asked, doOn, sealedOne, authorities } = openMandates();
  const path = `/agency/projects/${await register(coded)}/mandates`;
  for (const [body, pointer] of [
    [{ stages: [1], extent: 'partial' }, '/items'],
    [{ ...full, items: ['works-permit'] }, '/items'],
    [{ ...full, until: '2026-08-03' }, '/until'],
  ] as const) {
    const refused = await ask({ method: 'POST', path, body, actor: investorActor });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  }
  const { id } = await asked();
  expect(await doOn(id, 'draw-up', { body: { ...full, items: ['x'] } })).toMatchObject({ status: 400 });
  await sealedOne({ stages: [3], extent: 'partial', items: ['works-permit'] });
  expect(authorities()).toMatchObject([{ scope: { items: ['works-permit'], stages: [3] } }]);
});

test('an officer who does not carry the project draws nothing up', async () => {
  const { asked, doOn, mandateOf } = openMandates();
  const { id } = await asked();
  expect(await doOn(id, 'draw-up', { body: full, actor: nextOfficer })).toMatchObject({
    body: { code: 'not-carried' },
  });
  expect((await mandateOf(id, nextOfficer)).actions).toEqual([]);
});

test('another officer takes over in one act: the one’s authority ends, the other’s begins, the project is his', async () => {
  const { act, show, sealedOne, mandateOf, doOn, authorities, facts } = openMandates();
  const { id, projectId } = await sealedOne();
  await act(projectId, 'hand-over', { body: { to: nextOfficer.partyId }, actor: lead });
  expect(authorities()).toMatchObject([
    { delegate: officer.partyId, state: 'ended' },
    { delegate: nextOfficer.partyId, state: 'active', principal: investorActor.partyId },
  ]);
  expect(new Set(authorities().map(({ authorityId }) => authorityId)).size).toBe(2);
  expect((await show(projectId)).officer).toBe(nextOfficer.partyId);
  expect(
    new Set(
      facts()
        .slice(-3)
        .map(({ causationId }) => causationId),
    ).size,
  ).toBe(1);
  expect((await mandateOf(id, officer)).actions).toEqual([]);
  expect(await doOn(id, 'finish')).toMatchObject({ status: 409, body: { code: 'mandate-moved' } });
  expect(await doOn(id, 'finish', { actor: nextOfficer })).toMatchObject({ status: 200 });
});

test('an officer who is replaced before it was sealed never had an authority', async () => {
  const { act, asked, doOn, mandateOf, authorities } = openMandates();
  const { id, projectId } = await asked();
  await doOn(id, 'draw-up', { body: full });
  await doOn(id, 'sign');
  await act(projectId, 'hand-over', { body: { to: nextOfficer.partyId }, actor: lead });
  expect(await mandateOf(id)).toMatchObject({ status: 'to-be-sealed', officer: nextOfficer.partyId });
  await doOn(id, 'seal', { actor: investorActor });
  expect(authorities()).toMatchObject([{ delegate: nextOfficer.partyId, state: 'active' }]);
});

test('each act shows who did it and for whom, and the investor sees all of it in its own account', async () => {
  const { ask, sealedOne, doOn, mandateOf } = openMandates();
  const { id } = await sealedOne();
  await doOn(id, 'finish');
  const { timeline } = await mandateOf(id, investorActor);
  const forIt = { onBehalfOf: investorActor.partyId };
  expect(timeline).toMatchObject([
    { act: 'ask', actor: 'investor' },
    { act: 'draw-up', actor: 'officer', ...forIt },
    { act: 'sign', ...forIt },
    { act: 'seal', actor: 'investor' },
    { act: 'finish', actor: 'officer', ...forIt },
  ]);
  expect(timeline[3]).not.toHaveProperty('onBehalfOf');
  const mine = await ask({ path: '/agency/mandates', actor: investorActor });
  expect(mine.body.items).toMatchObject([{ id }]);
  expect((await ask({ path: '/agency/mandates', actor: officer })).body.items).toMatchObject([{ id }]);
  expect(
    (await ask({ path: '/agency/mandates', query: { state: 'done-at-window' }, actor: lead })).body.items,
  ).toMatchObject([{ id }]);
  expect((await ask({ path: '/agency/mandates', actor: outsider })).body.items).toEqual([]);
  expect(await ask({ path: `/agency/mandates/${id}`, actor: outsider })).toMatchObject({ status: 404 });
});

test('what an officer hands over as a whole takes the mandates along', async () => {
  const { ask, sealedOne, authorities, facts, hear } = openMandates();
  await sealedOne();
  const body = { reasons: '岗位轮换', to: 'p_other' };
  await ask({ method: 'POST', path: `/agency/officers/${officer.partyId}/hand-over`, body, actor: lead });
  expect(authorities()).toMatchObject([{ state: 'active' }]);
  await hear(...facts().filter(({ type }) => type === 'agency.hand-over-due.v1'));
  expect(authorities()).toMatchObject([
    { delegate: officer.partyId, state: 'ended' },
    { delegate: 'p_other', state: 'active' },
  ]);
});
