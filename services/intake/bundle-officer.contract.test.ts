import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { uuid } from '../../test/support/facts.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read, type IntakeWorld } from '../../test/support/intake.ts';
import { authorityFact, told } from '../../test/support/parties.ts';

const engine = engineForTests();

const officer = staffActor('officer', {}, 'handler');
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const uscc = '91350199MA00000015';
const created = partyIdOf(cases.cityKey, { kind: 'uscc', number: uscc });
const scope = { items: ['*'], stages: [2], projectId: 'tower' };
const project = { channel: 'agency', projectId: 'tower', stage: 2, authorityId: uuid(1, 7) };
const of = { actor: officer };

describe.each(engine.tables)('a bundle of an officer’s principal over %s', (_, create) => {
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  let form: bundles.OneForm;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    const { items, ...seed } = seedOf('open-a-restaurant');
    const everywhere = items.map((item) => ({ ...item, channels: undefined }));
    await cases.publish(world, { ...seed, items: everywhere });
    inbox = ownInbox(world);
    form = await bundles.formFor(world, restaurant);
    await told(world.deps, authorityFact(1, 1, { kind: 'officer', scope }));
  });
  const send = (request: Parameters<IntakeWorld['send']>[0]) => world.send(request);
  const begin = (rest: object = {}, actor = officer) =>
    send(bundles.begin({ ...restaurant, form, ...project, ...rest }, actor));
  const timelineOf = async (caseId: string, actor = officer) =>
    (await send({ path: `/intake/applications/${caseId}/timeline`, actor })).body.items;

  test('is begun, saved and handed in under his mandate; every case shows him and whom he acts for', async () => {
    const { id } = (await begin()).body;
    const shown = (await send(bundles.show(id, officer))).body;
    expect(shown).toMatchObject({ channel: 'agency', projectId: 'tower', stage: 2, masked: true });
    expect(shown.form.shared['contact.name']).toMatch(/\*$/);
    const save = { ...of, body: { answers: restaurant.answers, form: shown.form } };
    expect(outline(await send(bundles.save(id, 1, save)))).toBe(200);
    expect((await send(bundles.show(id, people.company))).body.form).toEqual(form);
    expect(outline(await send(bundles.act(id, 'submit', of)))).toBe(200);
    await inbox.empty();

    const { parts } = (await send(bundles.show(id, officer))).body;
    const { caseId } = parts[0];
    const acted = { actor: 'handler', office: 'gulou/officer', onBehalfOf: 'p_company' };
    expect(await timelineOf(caseId)).toMatchObject([
      { act: 'create', ...acted },
      { act: 'submit', ...acted },
    ]);
    const found = (await send(read(caseId, { actor: people.company }))).body;
    expect(found).toMatchObject({ channel: 'agency', projectId: 'tower', stage: 2, authorityId: uuid(1, 7) });
    const { items } = (await send({ path: `${bundles.path}/${id}/timeline`, actor: officer })).body;
    expect(items[1]).toMatchObject({ act: 'submit', ...acted });
  });

  test('stays in his hands where a grant has created the party: he acts for who answers for that', async () => {
    const { id } = (await begin()).body;
    await send(bundles.act(id, 'submit', of));
    await inbox.empty();
    const show = async () => (await send(bundles.show(id, officer))).body;
    const amr = staffActor('approver', { department: 'amr' });
    const [{ caseId }] = (await show()).parts;
    await send(cases.accept(caseId, { actor: amr }));
    const issued = { party: { kind: 'organisation', uscc } };
    const body = { outcome: 'granted', opinion: '同意', issued };
    expect(outline(await send(cases.decide(caseId, 3, { actor: amr, body })))).toBe(200);
    await inbox.empty();
    const food = (await show()).parts[1].caseId;
    expect((await send(read(food, of))).body).toMatchObject({ status: 'submitted', masked: true });
    expect(await timelineOf(food)).toMatchObject([{ actor: 'handler', onBehalfOf: created }, { act: 'submit' }]);
    expect(outline(await send(read(food, { actor: staffActor('officer', {}, 'other') })))).toBe('not-found');
    expect(outline(await send(cases.withdraw(food, of)))).toBe(200);
  });

  test('is begun in his channel and his stages alone, never in his own name, and not past the end of the mandate', async () => {
    expect(outline(await begin({ stage: 3 }))).toBe('authority-not-covering');
    expect(outline(await begin({ projectId: undefined }))).toBe('authority-not-covering');
    expect(outline(await begin({ channel: 'window' }))).toBe('invalid-input');
    expect(outline(await begin({ authorityId: undefined }))).toBe('invalid-input');
    expect(outline(await begin({}, applicantActor('handler')))).toBe('invalid-input');
    const { id } = (await begin()).body;
    await told(world.deps, authorityFact(1, 2, { kind: 'officer', scope, state: 'ended' }));
    expect(outline(await send(bundles.act(id, 'submit', of)))).toBe('not-found');
    expect(outline(await send(bundles.act(id, 'withdraw', { ...of, body: { reason: '不办了' } })))).toBe('not-found');
    expect(outline(await begin())).toBe('no-authority');
    expect(outline(await send(bundles.act(id, 'submit', { actor: people.company })))).toBe(200);
  });
});
