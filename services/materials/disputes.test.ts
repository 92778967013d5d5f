import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { uuid } from '../../test/support/facts.ts';
import { mergeFact } from '../../test/support/parties.ts';
import { entity, found, openSharing } from '../../test/support/sharing.ts';
import { changed, submitted } from '../../test/support/using-cases.ts';

let world: ReturnType<typeof openSharing>;
beforeEach(async () => {
  world = openSharing();
  world.registers.answers.set('legal-entity', found);
  await world.handIn([entity]);
  await world.fetchAll();
});

const provider = staffActor('head', { department: 'amr', district: 'fuzhou' });
const raise = (body: object = { what: '单位名称已变更', fields: ['name'] }, actor = applicantActor('company')) =>
  world.send('POST', `/materials/cases/${world.caseId}/requirements/business-licence/dispute`, { actor, body });
const act = (id: string, name: string, { actor = provider, ...body }: { actor?: Actor; reasons?: string } = {}) =>
  world.send('POST', `/materials/disputes/${id}/${name}`, { actor, body });
const mine = async () => (await world.send('GET', '/materials/disputes')).body.items;
const disputed = async (actor = provider, department = 'amr') =>
  world.send('GET', '/materials/disputed', { actor, query: { department } });
/** Brings the library what it told itself of disputes. */
const settle = () => world.hear(...world.facts('materials.dispute-changed.v1'));

test('a party says what is wrong with a record, and its provider alone finds that', async () => {
  const { status, body } = await raise();
  expect([status, body.status, body.actions]).toEqual([201, 'open', ['withdraw']]);
  expect((await disputed()).body.items).toMatchObject([
    { id: body.id, resource: 'legal-entity', what: '单位名称已变更', fields: ['name'], actions: ['correct', 'keep'] },
  ]);
  expect((await disputed(staffActor('head', { department: 'tax', district: 'fuzhou' }))).status).toBe(404);
  expect(await mine()).toMatchObject([{ id: body.id, status: 'open' }]);
  expect(JSON.stringify(await mine())).not.toMatch(/raisedBy|answeredBy/);
});

test('nobody disputes another’s record, a field that it has not, or nothing', async () => {
  expect((await raise(undefined, applicantActor('stranger'))).status).toBe(404);
  const { body } = await raise({ what: '不对', fields: ['name', 'shoe-size'] });
  expect(body.errors).toMatchObject([{ pointer: '/fields/1', code: 'no-such-field' }]);
  expect((await raise({ what: ' ' })).body.code).toBe('invalid-input');
});

test('one dispute of a record is open at a time; taken back or answered, another may follow', async () => {
  const { id } = (await raise()).body;
  expect((await raise()).body.code).toBe('dispute-open');
  expect((await act(id, 'withdraw', { actor: applicantActor('stranger') })).status).toBe(404);
  expect((await act(id, 'withdraw', { actor: applicantActor('company') })).body.status).toBe('withdrawn');
  expect((await act(id, 'keep', { reasons: '登记无误' })).body.code).toBe('dispute-over');
  expect((await raise()).status).toBe(201);
});

test('a record that is kept stays as it is, with reasons that the party reads', async () => {
  const { id } = (await raise()).body;
  expect((await act(id, 'keep', {})).status).toBe(400);
  expect((await act(id, 'keep', { reasons: '变更登记尚未核准' })).body.status).toBe('kept');
  await settle();
  expect(await mine()).toMatchObject([{ status: 'kept', reasons: '变更登记尚未核准', actions: [] }]);
  expect((await disputed()).body.items).toEqual([]);
  expect(world.lines()).toEqual([{ ...entity, state: 'fetched' }]);
});

test('when its provider corrects a record every open case that used it is told, and gets the new one; an ended one is left', async () => {
  const [other, ended] = [uuid(2, 1), uuid(3, 1)];
  for (const [n, caseId] of [other, ended].entries()) {
    const about = { caseId, shared: [entity] };
    await world.hear({ ...submitted([], about), id: uuid(70 + n), subject: caseId });
  }
  await world.fetchAll();
  await world.hear({
    ...changed(5, 'decided'),
    subject: ended,
    data: { ...changed(5, 'decided').data, caseId: ended },
  });

  world.clock.now = new Date('2026-08-05T01:00:00Z');
  const { id } = (await raise()).body;
  await act(id, 'correct', { reasons: '已按变更登记更正' });
  await settle();
  world.registers.answers.set('legal-entity', { outcome: 'find', fields: { name: '新名称有限公司', status: '存续' } });
  await world.fetchAll();
  // Told once more, nothing is fetched once more.
  await settle();
  await world.fetchAll();

  const lastOf = (caseId: string) =>
    world
      .facts('materials.case-materials-changed.v1')
      .filter(({ subject }) => subject === caseId)
      .toSorted((one, two) => two.sequence - one.sequence)[0]?.data['shared'];
  for (const caseId of [world.caseId, other]) {
    expect(lastOf(caseId)).toEqual([{ ...entity, state: 'fetched', left: 'corrected' }]);
  }
  expect(lastOf(ended)).toEqual([{ ...entity, state: 'fetched' }]);
  expect(world.registers.asked).toHaveLength(5);
  const { items } = (await world.send('GET', '/materials/shared-records')).body;
  expect(items[0].fields[0].value).toBe('新名称有限公司');
});

test('a party reads what was said of any of its ids, and disputes it; what is corrected comes anew to the cases of all', async () => {
  const other = { caseId: uuid(2, 1), partyId: 'p_old', shared: [entity] };
  await world.hear({ ...submitted([], other), id: uuid(70, 1), subject: other.caseId });
  await world.fetchAll();
  await world.hear(mergeFact(1, ['p_company', 'p_old'], 'merged'));
  const { id } = (await raise()).body;
  const old = applicantActor('old');
  const listed = async (path: string, query: Record<string, string> = {}) =>
    (await world.send('GET', path, { actor: old, query })).body;
  expect((await listed('/materials/disputes')).items).toMatchObject([{ id }]);
  const first = await listed('/materials/shared-records', { limit: '1' });
  const rest = await listed('/materials/shared-records', { cursor: first.nextCursor });
  const cases = [...first.items, ...rest.items].map(({ caseId }: { caseId: string }) => caseId);
  expect([cases.length, new Set(cases)]).toEqual([2, new Set([world.caseId, other.caseId])]);

  world.clock.now = new Date('2026-08-05T01:00:00Z');
  await act(id, 'correct', { reasons: '已更正' });
  await settle();
  await world.fetchAll();
  expect(world.registers.asked).toHaveLength(4);
});

test('a provider that lets a dispute wait for more than ten working days is late, and may answer still', async () => {
  const { id } = (await raise()).body;
  await world.until('2026-08-17T15:00:00Z');
  expect((await mine())[0].late).toBeUndefined();
  await world.until('2026-08-17T16:30:00Z');
  expect((await mine())[0].late).toBe(true);
  const provider = { district: 'fuzhou', department: 'amr' };
  const about = { itemKey: 'x', provider, answerBy: '2026-08-17', state: 'open' };
  expect(
    world.facts('materials.dispute-changed.v1').map(({ data, toDistrict }) => ({ data, toDistrict })),
  ).toMatchObject([
    { data: about, toDistrict: 'fuzhou' },
    { data: { ...about, late: true }, toDistrict: 'fuzhou' },
  ]);
  await world.until('2026-08-20T16:30:00Z');
  expect((await act(id, 'correct', { reasons: '已更正' })).body.status).toBe('corrected');
});
