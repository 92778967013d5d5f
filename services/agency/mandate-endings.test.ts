import { expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { investorActor, officer, otherCode, otherInvestor } from '../../test/support/agency.ts';
import { full, lead, openMandates } from '../../test/support/mandates.ts';
import { authorityFact } from '../../test/support/parties.ts';
import { passTime } from './functions/tick/pass-time.ts';

const legal = applicantActor('legal');
const windowClerk = staffActor('window');
const sheet = '5d0b8f2e-7c41-4a96-b3e8-9f1d6a2c7e54';
const ending = { reasons: '另有安排', day: '2026-08-03' };

test('what is done at the window rests, goes on where something is left, and ends by the investor', async () => {
  const { sealedOne, doOn, authorities } = openMandates();
  const { id } = await sealedOne();
  await doOn(id, 'finish');
  expect(authorities()).toMatchObject([{ state: 'suspended' }]);
  await doOn(id, 'go-on', { actor: investorActor });
  expect(authorities()).toMatchObject([{ state: 'active' }]);
  await doOn(id, 'finish');
  expect(await doOn(id, 'end', { actor: investorActor })).toMatchObject({ body: { status: 'ended', actions: [] } });
  expect(authorities()).toMatchObject([{ state: 'ended' }]);
});

test('the investor ends it at once by its account; at a window its signed sheet is needed', async () => {
  const { sealedOne, doOn, mandateOf, authorities } = openMandates();
  const [first, second] = [await sealedOne(), await sealedOne()];
  await doOn(first.id, 'terminate', { body: ending, actor: investorActor });
  expect(await mandateOf(first.id)).toMatchObject({ status: 'terminated', ending });
  const refused = await doOn(second.id, 'terminate', { body: ending, actor: windowClerk });
  expect(refused).toMatchObject({ status: 400, body: { errors: [{ pointer: '/sheet', code: 'sheet-needed' }] } });
  await doOn(second.id, 'terminate', { body: { ...ending, sheet }, actor: windowClerk });
  expect(authorities()).toMatchObject([{ state: 'ended' }, { state: 'ended' }]);
});

test('the lead ends one on the part of the office, with reasons, day and signed sheet', async () => {
  const { sealedOne, doOn, mandateOf } = openMandates();
  const { id } = await sealedOne();
  expect(await doOn(id, 'end-by-window', { body: ending, actor: lead })).toMatchObject({ status: 400 });
  await doOn(id, 'end-by-window', { body: { ...ending, sheet }, actor: lead });
  expect(await mandateOf(id)).toMatchObject({ status: 'ended-by-window', ending: { ...ending, sheet } });
});

test('another investor ends the mandate of the one before by the fact, and what is not sealed cannot be sealed any more', async () => {
  const { act, asked, sealedOne, doOn, mandateOf, authorities, facts, hear } = openMandates();
  const [live, drawn] = [await sealedOne(), await asked()];
  await doOn(drawn.id, 'draw-up', { body: full });
  await doOn(drawn.id, 'sign');
  for (const { projectId } of [live, drawn]) {
    const investor = { uscc: otherCode, name: '示例新投资有限公司' };
    await act(projectId, 'propose-investor', { body: { investor, reasons: '项目已转让' } });
    await act(projectId, 'confirm-investor', { actor: otherInvestor });
  }
  const late = await doOn(drawn.id, 'seal', { actor: investorActor });
  expect(late).toMatchObject({ status: 409, body: { code: 'investor-changed' } });
  await hear(...facts().filter(({ type }) => type === 'agency.project-changed.v1'));
  expect(authorities()).toMatchObject([{ state: 'ended' }]);
  expect(await mandateOf(live.id, investorActor)).toMatchObject({
    status: 'terminated',
    ending: { why: 'investor-changed' },
  });
  expect(await mandateOf(drawn.id)).toMatchObject({ status: 'refused', ending: { why: 'investor-changed' } });
});

test('a mandate with an end is over from that day on, and a project that has ended takes its mandate along', async () => {
  const { act, clock, deps, facts, hear, sealedOne, mandateOf } = openMandates();
  const [dated, other] = [await sealedOne({ ...full, until: '2026-08-10' }), await sealedOne()];
  await passTime(deps)();
  expect(await mandateOf(dated.id)).toMatchObject({ status: 'acting', until: '2026-08-09T16:00:00.000Z' });
  clock.now = new Date('2026-08-09T16:00:01Z');
  await passTime(deps)();
  expect(await mandateOf(dated.id)).toMatchObject({ status: 'ended', ending: { why: 'until' } });
  await act(other.projectId, 'terminate', { body: { reasons: '不再建设' }, actor: lead });
  await hear(...facts().filter(({ type }) => type === 'agency.project-changed.v1'));
  expect(await mandateOf(other.id)).toMatchObject({ status: 'terminated', ending: { why: 'project-over' } });
});

test('the return visit is due once a mandate is over, is listed until it was made, and is made once', async () => {
  const { ask, sealedOne, doOn, mandateOf } = openMandates();
  const { id } = await sealedOne();
  const due = async () => (await ask({ path: '/agency/mandates', query: { visit: 'due' }, actor: lead })).body.items;
  expect(await due()).toEqual([]);
  await doOn(id, 'terminate', { body: ending, actor: investorActor });
  expect(await due()).toMatchObject([{ id }]);
  const visit = { score: 1, remarks: '满意' };
  expect(await doOn(id, 'visit', { body: visit, actor: officer })).toMatchObject({ status: 403 });
  await doOn(id, 'visit', { body: visit, actor: lead });
  expect(await due()).toEqual([]);
  const results = await ask({ path: `/agency/officers/${officer.partyId}/results`, actor: officer });
  expect(results.body.months).toMatchObject([{ visits: 1, visitScores: 1 }]);
  expect(await mandateOf(id)).toMatchObject({ visitDue: false, visit: { ...visit, by: lead.partyId } });
  expect(await doOn(id, 'visit', { body: visit, actor: windowClerk })).toMatchObject({ status: 409 });
});

test('whom the city names as the legal representative speaks for the investor until the city says that he does so no more', async () => {
  const { asked, doOn, hear, mandateOf } = openMandates();
  const { id } = await asked();
  await doOn(id, 'draw-up', { body: full });
  await doOn(id, 'sign');
  const { version } = await mandateOf(id);
  const of = { principal: investorActor.partyId, delegate: legal.partyId, scope: { items: ['*'] } };
  const told = { kind: 'legal-representative' as const, ...of };
  expect(await doOn(id, 'seal', { actor: legal, seen: version })).toMatchObject({ status: 404 });
  await hear(authorityFact(1, 2, { ...told, until: undefined }), authorityFact(1, 1, { ...told, state: 'suspended' }));
  expect(await doOn(id, 'seal', { actor: legal, seen: version })).toMatchObject({ status: 200 });
  expect((await mandateOf(id, legal)).sealed).toMatchObject({ by: legal.partyId, assurance: 3 });
  await hear(authorityFact(1, 3, { ...told, state: 'to-confirm', confirm: 'legal-representative-changed' }));
  expect(await doOn(id, 'terminate', { body: ending, actor: legal })).toMatchObject({ status: 404 });
});
