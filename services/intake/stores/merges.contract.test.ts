import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { applicantActor, staffActor } from '../../../test/support/actors.ts';
import { engineForTests } from '../../../test/support/engine-table.ts';
import { cityKey, freshKey, intakeOver, type Answer, type IntakeWorld } from '../../../test/support/intake.ts';
import { told } from '../../../test/support/parties.ts';

const engine = engineForTests();

const clerk = staffActor('window', {}, 'clerk');
const head = staffActor('head', { district: 'fuzhou', department: 'window' });
const permit = { kind: 'person', document: { kind: 'hk-macau-permit', number: 'H12345678' } } as const;
const card = { kind: 'person', document: { kind: 'resident-id', number: '810000199001010019' } } as const;
const idOf = ({ document }: typeof permit | typeof card) => partyIdOf(cityKey, document);
const path = '/intake/party-merges';
const reason = '同一人持有两种证件';
const codeOf = ({ status, body }: Answer) => (status < 300 ? status : body.code);

describe.each(engine.tables)('merges over %s', (_, create) => {
  let world: IntakeWorld;
  beforeEach(async () => {
    world = intakeOver(await create(), { set: 'fuzhou' });
  });
  const propose = (actor: Actor = clerk, documents: readonly object[] = [permit, card]) =>
    world.send({ method: 'POST', path, actor, headers: freshKey(), body: { documents, reason } });
  const act = (id: string, name: string, actor: Actor = head) => {
    const body = name === 'approve' ? {} : { reason };
    return world.send({ method: 'POST', path: `${path}/${id}/${name}`, actor, headers: freshKey(), body });
  };
  const list = (query = {}) => world.send({ path, actor: head, query });

  test('are proposed by a clerk of any district from two documents, whose numbers are kept nowhere', async () => {
    const made = await propose();
    expect([made.status, made.body]).toMatchObject([201, { status: 'proposed', version: 1, actions: [] }]);
    expect(made.headers?.['Location']).toBe(`party-merges/${made.body.id}`);
    const { body } = await world.send({ path: `${path}/${made.body.id}`, actor: head });
    expect(body).toMatchObject({ partyIds: [idOf(permit), idOf(card)].toSorted(), reason, proposedBy: 'clerk' });
    expect(body.actions).toEqual(['approve', 'reject']);
    expect(JSON.stringify(body)).not.toContain('H12345678');
  });

  test('of one document written twice are none', async () => {
    const again = { ...permit, document: { ...permit.document, number: ' h12345678' } };
    const { status, body } = await propose(clerk, [permit, again]);
    expect([status, body.errors[0].pointer]).toEqual([400, '/documents/1']);
  });

  test('never join a person and an organisation', async () => {
    const company = { kind: 'organisation', uscc: '91110000600037341L' };
    const { status, body } = await propose(clerk, [permit, company]);
    expect([status, body.errors]).toMatchObject([400, [{ pointer: '/documents/1', code: 'other-kind' }]]);
  });

  test('of two ids there is one at a time, proposed or approved, whichever is named first', async () => {
    const both = await Promise.all([propose(), propose(clerk, [card, permit])]);
    expect(new Set(both.map(codeOf))).toEqual(new Set([201, 'merge-live']));
    const first = both.find(({ status }) => status === 201)?.body;
    await act(first.id, 'approve');
    expect(codeOf(await propose())).toBe('merge-live');
    await act(first.id, 'undo');
    const { id } = (await propose()).body;
    await act(id, 'reject');
    expect(codeOf(await propose())).toBe(201);
  });

  test('have a timeline that is checked as any other', async () => {
    const { id } = (await propose()).body;
    await act(id, 'approve');
    const actor = staffActor('supervisor', { district: 'fuzhou' });
    const { body } = await world.send({ path: `/intake/supervision/merges/${id}/chain`, actor });
    expect(body).toMatchObject({ kind: 'merges', intact: true, covers: 'record', entries: 2 });
  });

  test('are checked by another person, approved, undone and told each time', async () => {
    const { id } = (await propose()).body;
    expect(codeOf(await act(id, 'undo'))).toBe('merge-wrong-state');
    const both = { ...head, sub: 'clerk' };
    expect(codeOf(await act(id, 'approve', both))).toBe('own-proposal');
    expect(codeOf(await act(id, 'approve', { ...head, partyId: clerk.partyId }))).toBe('own-proposal');
    expect(codeOf(await act(id, 'approve', { ...head, partyId: idOf(card) }))).toBe('own-party');
    expect((await act(id, 'approve')).body).toMatchObject({ status: 'approved', version: 2, actions: ['undo'] });
    expect(codeOf(await act(id, 'approve'))).toBe('merge-wrong-state');
    const { body } = await world.send({ path: `${path}/${id}`, actor: head });
    expect(body).toMatchObject({ checkedBy: 'head', undoableUntil: '2026-09-02T15:59:59.999Z' });

    expect((await act(id, 'undo')).body).toMatchObject({ status: 'undone', actions: [] });
    const facts = await world.facts();
    expect(facts.map(({ data, toDistrict, sequence }) => [data['state'], toDistrict, sequence])).toEqual([
      ['merged', '*', 2],
      ['undone', '*', 3],
    ]);
    await told(world.deps, ...facts.slice(0, 1));
    expect(await world.deps.parties.group(idOf(card))).toEqual([idOf(permit), idOf(card)].toSorted());
    await told(world.deps, ...facts);
    expect(await world.deps.parties.group(idOf(card))).toEqual([idOf(card)]);
  });

  test('are not undone after 30 days', async () => {
    const { id } = (await propose()).body;
    await act(id, 'approve');
    world.clock.now = new Date('2026-09-02T16:00:00Z');
    expect(codeOf(await act(id, 'undo'))).toBe('undo-too-late');
  });

  test('of a party that has five ids are refused', async () => {
    const others = ['H00000001', 'H00000002', 'H00000003', 'H00000004', 'H00000005'].map((number) => ({
      kind: 'person',
      document: { kind: 'hk-macau-permit', number },
    }));
    const codes: unknown[] = [];
    for (const other of others) {
      const { id } = (await propose(clerk, [permit, other])).body;
      codes.push(codeOf(await act(id, 'approve')));
      await told(world.deps, ...(await world.facts()));
    }
    expect(codes).toEqual([200, 200, 200, 200, 'party-full']);
  });

  test('two heads who approve and reject at once: one is done, the other refused', async () => {
    const { id } = (await propose()).body;
    const other = staffActor('head', { district: 'fuzhou' }, 'other-head');
    const both = await Promise.all([act(id, 'approve'), act(id, 'reject', other)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test('are listed by state, oldest first, a page at a time', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      world.clock.now = new Date(Date.parse('2026-08-03T01:00:00Z') + n * 60_000);
      const own = { ...permit, document: { ...permit.document, number: `H1234567${n}` } };
      ids.push((await propose(clerk, [own, card])).body.id);
    }
    const first = await list({ limit: '2' });
    const second = await list({ limit: '2', cursor: first.body.nextCursor });
    expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
    await act(ids[1] ?? '', 'reject');
    expect((await list()).body.items).toHaveLength(2);
    expect((await list({ status: 'rejected' })).body.items).toMatchObject([{ id: ids[1], checkedBy: 'head' }]);
  });

  test('are made in the city alone', async () => {
    world = intakeOver(await create());
    expect(codeOf(await propose())).toBe('only-in-city');
    const here = staffActor('head');
    for (const name of ['approve', 'reject', 'undo'])
      expect(codeOf(await act('0190a5b2-0000-7000-8000-000000000001', name, here))).toBe('only-in-city');
    expect(codeOf(await world.send({ path, actor: here }))).toBe('only-in-city');
  });

  test('are nothing for applicants', async () => {
    expect((await propose(applicantActor('company'))).status).toBe(403);
  });
});
