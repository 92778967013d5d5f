import { expect, test } from 'vitest';
import { applicantActor } from '../../test/support/actors.ts';
import { investorActor, outsider } from '../../test/support/agency.ts';
import { appointed, clerk, company, guarded, helper, openCity, parent, ward } from '../../test/support/authorities.ts';
import { passTime } from './functions/tick/pass-time.ts';

test('a company appoints a handler by its consent; he acts once he has accepted, and all sets are told', async () => {
  const { begin, doOn, told } = openCity();
  const { status, body } = await begin(appointed);
  expect([status, body.status]).toEqual([201, 'proposed']);
  expect(told()).toEqual([]);
  expect(await doOn(body.id, 'accept', { actor: outsider, body: {} })).toMatchObject({ status: 404 });
  expect(await doOn(body.id, 'accept', { actor: helper, body: {} })).toMatchObject({ body: { status: 'active' } });
  expect(told()).toMatchObject([
    {
      authorityId: body.id,
      kind: 'handler',
      principal: investorActor.partyId,
      delegate: helper.partyId,
      scope: { items: ['works-permit'] },
      until: '2026-12-31T16:00:00.000Z',
      state: 'active',
      toDistrict: '*',
    },
  ]);
});

test('consent takes an identity proved at level 3, and nobody consents for another', async () => {
  const { begin } = openCity();
  const weak = { ...investorActor, assurance: 2 as const };
  expect(await begin(appointed, weak)).toMatchObject({ status: 403, body: { code: 'assurance-too-low' } });
  const forAnother = { ...appointed, principal: investorActor.partyId };
  expect(await begin(forAnother, outsider)).toMatchObject({ status: 403, body: { code: 'not-yours' } });
  const legal = applicantActor('legal', { orgs: [investorActor.partyId] });
  expect(await begin(forAnother, legal)).toMatchObject({ status: 201 });
});

test.each([
  [{ until: undefined }, '/until', 'until-needed'],
  [{ until: '2026-08-03' }, '/until', 'until-past'],
  [{ kind: 'legal-representative', until: undefined }, '/items', 'items-all'],
  [{ delegate: company }, '/delegate', 'self'],
])('what cannot be agreed is refused with where it is: %j', async (wrong, pointer, code) => {
  const { begin } = openCity();
  expect(await begin({ ...appointed, ...wrong })).toMatchObject({ status: 400, body: { errors: [{ pointer, code }] } });
});

test('a guardian’s authority ends by itself with the ward’s 18th birthday, and none begins after it', async () => {
  const { atWindow, clock, deps, read, told } = openCity();
  const { body } = await atWindow(guarded);
  expect(body.status).toBe('active');
  expect(told()).toMatchObject([
    { principal: ward.partyId, delegate: parent.partyId, until: '2026-08-09T16:00:00.000Z' },
  ]);
  clock.now = new Date('2026-08-09T16:00:01Z');
  await passTime(deps)();
  expect(await read(body.id)).toMatchObject({ status: 'ended' });
  expect(told().at(-1)).toMatchObject({ state: 'ended' });
  expect(await atWindow(guarded)).toMatchObject({ body: { errors: [{ pointer: '/ward/born', code: 'ward-adult' }] } });
  const adult = await atWindow({ ...guarded, ward: { incapable: true } });
  expect(await read(adult.body.id)).not.toHaveProperty('until');
});

test('a window names what it has not seen of a guardian, and a clerk who helps is the one who acts', async () => {
  const { atWindow, told } = openCity();
  const bare = { ...guarded, evidence: undefined, ward: undefined };
  const refused = await atWindow(bare);
  expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual(['ward-needed', 'evidence-needed']);
  const helping = {
    ...bare,
    kind: 'clerk-assisted',
    until: '2026-08-04',
    delegatePresent: false,
    delegate: undefined,
  };
  expect(await atWindow(helping)).toMatchObject({ status: 201, body: { status: 'active' } });
  expect(told()).toMatchObject([{ kind: 'clerk-assisted', delegate: clerk.partyId }]);
});

test('a clerk neither records nor changes an authority that he is a side of', async () => {
  const { atWindow, doOn, read } = openCity();
  const own = { ...clerk, partyId: parent.partyId };
  expect(await atWindow(guarded, own)).toMatchObject({ status: 409, body: { code: 'own-authority' } });
  const { id } = (await atWindow(guarded)).body;
  expect([(await read(id, own)).actions, (await read(id)).actions]).toEqual([[], ['suspend', 'must-confirm', 'end']]);
  expect(await doOn(id, 'end', { actor: own })).toMatchObject({ status: 409, body: { code: 'authority-moved' } });
});

test('the principal suspends and ends it, the delegate renounces it, each only on its side', async () => {
  const { atWindow, begin, doOn, read } = openCity();
  const [first, second] = [
    (await atWindow({ ...guarded, kind: 'delegate', ward: undefined, until: '2027-01-01' })).body.id,
    (await begin(appointed)).body.id,
  ];
  expect((await read(first, ward)).actions).toEqual(['suspend', 'end']);
  expect((await read(first, parent)).actions).toEqual(['renounce']);
  await doOn(first, 'suspend', { actor: ward });
  expect(await doOn(first, 'resume', { actor: parent })).toMatchObject({
    status: 409,
    body: { code: 'authority-moved' },
  });
  await doOn(first, 'resume', { actor: ward });
  expect(await doOn(first, 'renounce', { actor: parent })).toMatchObject({ body: { status: 'ended' } });
  expect(await doOn(second, 'end', { actor: investorActor })).toMatchObject({ body: { status: 'ended' } });
});

test('what was never in force is told to nobody', async () => {
  const { begin, doOn, told } = openCity();
  const { body } = await begin(appointed);
  await doOn(body.id, 'decline', { actor: helper, body: {} });
  expect(told()).toEqual([]);
});
