import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import type { Actor } from '#shared/actor';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { entryAt } from '../../test/support/entries.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { authorityFact, mergeFact, told } from '../../test/support/parties.ts';

const engine = engineForTests();

const handler = applicantActor('handler');
const officer = staffActor('officer', {}, 'handler');
const begun = { itemKey: 'food-business-licence', form: cases.goodForm };
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const timelineOf = (id: string) => `/intake/applications/${id}/timeline`;

describe.each(engine.tables)('on behalf of another over %s', (_, create) => {
  let world: IntakeWorld;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    await cases.publish(world);
  });
  const begin = (actor: Actor, rest: object = {}) => {
    const body = { ...begun, channel: 'online', authorityId: uuid(1, 7), ...rest };
    return world.send({ method: 'POST', path: '/intake/applications', actor, headers: cases.freshKey(), body });
  };
  const send = async (request: Parameters<IntakeWorld['send']>[0]) => outline(await world.send(request));

  test('a handler begins, fills in, hands in and withdraws; the company sees it all as its own', async () => {
    await told(world.deps, authorityFact(1, 1));
    const { status, body } = await begin(handler);
    expect([status, body.actions]).toEqual([201, ['edit', 'submit', 'withdraw']]);
    const { id } = body;
    expect(await send(cases.save(id, 1, { actor: handler }))).toBe(200);
    expect(await send(cases.submit(id, { actor: handler }))).toBe(200);
    expect((await world.send(read(id))).body).toMatchObject({ status: 'submitted', authorityId: uuid(1, 7) });
    expect((await world.facts()).at(-1)?.data).toMatchObject({ partyId: 'p_company', authorityId: uuid(1, 7) });
    expect(await send(cases.withdraw(id, { actor: handler }))).toBe(200);

    const { items } = (await world.send({ ...read(id), path: timelineOf(id) })).body;
    const expected = ['create', 'submit', 'withdraw'].map((act) => ({
      act,
      actor: 'handler',
      onBehalfOf: 'p_company',
    }));
    expect(items).toMatchObject(expected);
  });

  test('what the company began itself is open to its handler, who acts in its name', async () => {
    await told(world.deps, authorityFact(1, 1));
    const id = await draft(world);
    expect(await send(cases.submit(id, { actor: handler }))).toBe(200);
    const { items } = (await world.send({ ...read(id), path: timelineOf(id) })).body;
    expect(items).toMatchObject([{ act: 'create' }, { act: 'submit', actor: 'handler', onBehalfOf: 'p_company' }]);
    expect(items[0].onBehalfOf).toBeUndefined();
  });

  test('when the authority ends, all is closed in the same moment', async () => {
    await told(world.deps, authorityFact(1, 1));
    const { id } = (await begin(handler)).body;
    await told(world.deps, authorityFact(1, 2, { state: 'ended' }));
    for (const request of [read(id), cases.save(id, 1), cases.submit(id), cases.withdraw(id)])
      expect(await send({ ...request, actor: handler })).toBe('not-found');
    expect(outline(await begin(handler))).toBe('no-authority');
    expect(await send(cases.submit(id))).toBe(200);
  });

  test('it ends by itself with its last moment: a guardian’s with the 18th birthday', async () => {
    const until = '2026-08-03T16:00:00.000Z';
    await told(world.deps, authorityFact(1, 1, { kind: 'guardian', scope: { items: ['*'] }, until }));
    const { id } = (await begin(handler)).body;
    world.clock.now = new Date('2026-08-03T15:59:59.999Z');
    expect(await send(cases.save(id, 1, { actor: handler }))).toBe(200);
    world.clock.now = new Date(until);
    expect(await send(cases.save(id, 2, { actor: handler }))).toBe('not-found');
  });

  test('what must be confirmed first may be read, and nothing be done', async () => {
    await told(world.deps, authorityFact(1, 1));
    const { id } = (await begin(handler)).body;
    await told(world.deps, authorityFact(1, 2, { state: 'to-confirm', confirm: 'death' }));
    const { status, body } = await world.send(read(id, { actor: handler }));
    expect([status, body.actions]).toEqual([200, []]);
    for (const request of [cases.save(id, 1), cases.submit(id), cases.withdraw(id)])
      expect(await send({ ...request, actor: handler })).toBe('confirm-death');
    expect(outline(await begin(handler))).toBe('confirm-death');
    await told(world.deps, authorityFact(1, 3));
    expect(await send(cases.submit(id, { actor: handler }))).toBe(200);
  });

  test('beyond its scope there is nothing', async () => {
    await told(world.deps, authorityFact(1, 1, { scope: { items: ['health-item'] } }));
    const id = await draft(world);
    expect(await send(read(id, { actor: handler }))).toBe('not-found');
    expect(outline(await begin(handler))).toBe('authority-not-covering');
    expect(outline(await begin(applicantActor('stranger')))).toBe('no-authority');
  });

  test('an act repeated with its key is replayed, not done twice', async () => {
    await told(world.deps, authorityFact(1, 1));
    const id = await draft(world);
    const request = cases.submit(id, { actor: handler });
    const [first, second] = [await world.send(request), await world.send(request)];
    expect(second.body).toEqual(first.body);
    expect(second.headers?.['Idempotent-Replayed']).toBe('true');
  });

  test('an officer acts in the channel and the stages of his mandate, and sees personal data masked', async () => {
    const scope = { items: ['*'], stages: [2], projectId: 'tower' };
    await told(world.deps, authorityFact(1, 1, { kind: 'officer', scope }));
    const project = { channel: 'agency', projectId: 'tower', stage: 2 };
    expect(outline(await begin(officer, { ...project, stage: 3 }))).toBe('authority-not-covering');
    expect(outline(await begin(officer, { ...project, channel: 'window' }))).toBe('invalid-input');
    expect(outline(await begin(officer, { ...project, authorityId: undefined }))).toBe('invalid-input');
    expect(outline(await begin(handler, { ...project, channel: 'online' }))).toBe('no-authority');
    const { id } = (await begin(officer, project)).body;
    expect((await world.send(read(id, { actor: officer }))).body.form.contact.name).toBe('段**');
    expect(await send(cases.submit(id, { actor: officer }))).toBe(200);
    expect((await world.facts()).at(-1)?.data).toMatchObject({ projectId: 'tower', stage: 2 });
    expect((await world.send(read(id))).body.form).toEqual(cases.goodForm);

    const { items } = (await world.send({ ...read(id), path: timelineOf(id) })).body;
    expect(items).toMatchObject([
      { act: 'create', office: 'gulou/officer', onBehalfOf: 'p_company' },
      { act: 'submit', office: 'gulou/officer', onBehalfOf: 'p_company' },
    ]);
    const other = await draft(world);
    expect(await send(read(other, { actor: officer }))).toBe('not-found');
  });

  test('a party comes to its cases by any of its ids', async () => {
    const id = await draft(world);
    const card = applicantActor('card');
    expect(await send(read(id, { actor: card }))).toBe('not-found');
    await told(world.deps, mergeFact(1, ['p_card', 'p_company'], 'merged'));
    expect(await send(cases.submit(id, { actor: card }))).toBe(200);
    await told(world.deps, mergeFact(1, ['p_card', 'p_company'], 'undone'));
    expect(await send(read(id, { actor: card }))).toBe('not-found');
  });

  test('a clerk’s entry names him, his window, who came and what he saw; the applicant sees it', async () => {
    const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
    const guardian = { kind: 'passport', country: 'FRA', number: '12AB34567' } as const;
    const applicant = { kind: 'person', document };
    const present = { relation: 'guardian', document: guardian };
    const entry = { ...entryAt.window, present };
    const at = { channel: 'window', applicant, authorityId: undefined };
    const { id } = (await begin(people.clerk, { ...at, entry })).body;
    const citizen = applicantActor('citizen', { partyId: partyIdOf(cases.cityKey, document) });
    const guardianId = partyIdOf(cases.cityKey, guardian);
    const shown = (await world.send(read(id, { actor: citizen }))).body.entry;
    const kept = {
      ...entryAt.window,
      clerk: 'window',
      office: 'gulou/window',
      present: { relation: 'guardian', partyId: guardianId },
    };
    expect(shown).toEqual(kept);

    const { status, body } = await begin(people.clerk, at);
    expect([status, body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      400,
      ['/entry/hall', '/entry/window'],
    ]);
    expect(outline(await begin(people.clerk, { ...at, entry: entryAt.window, authorityId: uuid(1, 7) }))).toBe(
      'no-authority',
    );
    expect(outline(await begin(people.company, { authorityId: undefined, entry: {} }))).toBe('invalid-input');
  });
});
