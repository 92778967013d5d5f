import { beforeEach, describe, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { applicantActor } from '../../test/support/actors.ts';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox, path, restaurant, seedOf } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { people, read, type IntakeWorld } from '../../test/support/intake.ts';

const engine = engineForTests();

const { answers } = restaurant;
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
type Shown = Record<string, unknown>;

const standing = ({ parts }: { parts: Shown[] }) =>
  parts.map(({ item, status }) => `${String(item)} ${String(status)}`);

describe.each(engine.tables)('a bundle over %s', (_, create) => {
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  let form: bundles.OneForm;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    expect((await cases.publish(world, seedOf('open-a-restaurant'))).status).toBe(200);
    inbox = ownInbox(world);
    form = await bundles.formFor(world, restaurant);
  });

  const send = (request: Parameters<IntakeWorld['send']>[0]) => world.send(request);
  const begin = (body: object = {}, actor = founder) => send(bundles.begin({ ...restaurant, form, ...body }, actor));
  const show = async (id: string, actor = founder) => (await send(bundles.show(id, actor))).body;
  const act = (...given: Parameters<typeof bundles.act>) => send(bundles.act(...given));
  const save = (...given: Parameters<typeof bundles.save>) => send(bundles.save(...given));

  test('is begun, saved and read; what applies follows the answers', async () => {
    const created = await begin({ answers: {}, form: undefined });
    expect(created).toMatchObject({ status: 201, headers: { ETag: '"1"' } });
    const { id } = created.body;
    expect(created.body).toEqual({ id, status: 'draft', version: 1, actions: ['edit', 'submit', 'withdraw'] });
    expect((await show(id)).parts).toHaveLength(4);
    expect((await save(id, 1, { body: { answers, form } })).body).toMatchObject({ version: 2 });
    expect(await show(id)).toMatchObject({ version: 2, answers, form, creating: { made: 0, of: 0 }, masked: false });
    expect((await show(id)).parts).toMatchObject([
      { item: 'company-registration', needs: [], fee: [] },
      { item: 'food-business-licence', needs: ['company-registration'], party: 'company-registration' },
      { item: 'public-place-hygiene' },
    ]);
    expect((await save(id, 1, { body: { answers, form } })).status).toBe(200);
    expect(outline(await save(id, 1, { body: { answers: {}, form } }))).toBe('version-stale');
    const { body } = await world.send({ path, query: { mine: 'true' }, actor: founder });
    expect(body.items).toMatchObject([{ id, status: 'draft', key: 'open-a-restaurant' }]);
  });

  test('is not handed in while a question is open or a form does not fit; each fault stands where it is mended', async () => {
    const { id } = (await begin({ answers: { company: 'new' } })).body;
    expect((await act(id, 'submit')).body).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '/answers/sign' }],
    });

    const { 'company.name': name, ...shared } = form.shared;
    const { businessForm, ...food } = form.items['food-business-licence']!;
    await save(id, 1, { body: { answers, form: { shared, items: { ...form.items, 'food-business-licence': food } } } });
    const { body } = await act(id, 'submit');
    expect(body.code).toBe('form-invalid');
    expect(body.errors.map(({ pointer }: Shown) => pointer)).toEqual([
      '/form/shared/company.name',
      '/form/items/food-business-licence/businessForm',
    ]);
  });

  test('is handed in once: what waits for nothing gets its case, filled from the one form', async () => {
    const { id } = (await begin()).body;
    const submitted = await act(id, 'submit');
    expect(submitted.body).toEqual({ id, status: 'submitting', version: 2, actions: ['withdraw', 'withdraw-part'] });
    expect(await show(id)).toMatchObject({ status: 'submitting', creating: { made: 0, of: 3 } });
    await inbox.empty();

    const shown = await show(id);
    expect([shown.status, shown.creating]).toEqual(['under-way', { made: 1, of: 3 }]);
    expect(standing(shown)).toEqual([
      'company-registration open',
      'food-business-licence waiting',
      'public-place-hygiene waiting',
    ]);
    const found = (await world.send(read(shown.parts[0].caseId, { actor: founder }))).body;
    expect(found).toMatchObject({ status: 'submitted', itemKey: 'company-registration', bundleId: id, version: 2 });
    expect(found.number).toHaveLength(43);
    expect(found.form).toMatchObject({
      companyName: form.shared['company.name'],
      liaison: { phone: form.shared['contact.phone'] },
      ...form.items['company-registration'],
    });
    const timeline = { ...read(found.id, { actor: founder }), path: `/intake/applications/${found.id}/timeline` };
    expect((await world.send(timeline)).body.items).toMatchObject([
      { act: 'create', actor: 'founder', office: 'applicant' },
      { act: 'submit', actor: 'founder' },
    ]);
    const ofBundle = await world.send({ path: `${path}/${id}/timeline`, actor: founder });
    expect(ofBundle.body.items.map((entry: Shown) => entry['act'])).toEqual(['create', 'submit', 'make-case']);
    expect(outline(await save(id, 3, { body: { answers, form } }))).toBe('wrong-state');
    expect(outline(await act(id, 'submit'))).toBe('wrong-state');
  });

  test('has its independent cases made one after another, once each, however often a fact comes', async () => {
    const existing = { ...restaurant, answers: { company: 'existing', sign: 'yes' } };
    const { id } = (await begin({ ...existing, form: await bundles.formFor(world, existing) })).body;
    await act(id, 'submit');
    expect(await show(id)).toMatchObject({ creating: { made: 0, of: 3 } });
    await inbox.empty({ times: 3 });
    const shown = await show(id);
    expect([shown.status, shown.creating]).toEqual(['under-way', { made: 3, of: 3 }]);
    const { body } = await world.send({ path: '/intake/applications', query: { mine: 'true' }, actor: founder });
    expect(body.items.map(({ status }: Shown) => status)).toEqual(['submitted', 'submitted', 'submitted']);
    const told = (await world.facts()).filter(({ type }) => type === 'intake.application-submitted.v1');
    expect(told).toHaveLength(3);
  });

  test('goes on with the end of a case: what waited for a grant that did not come is dropped', async () => {
    const { id } = (await begin()).body;
    await act(id, 'submit');
    await inbox.empty();
    const [{ caseId }] = (await show(id)).parts;
    expect((await world.send(cases.withdraw(caseId, { actor: founder }))).status).toBe(200);
    await inbox.empty({ times: 2 });
    const shown = await show(id);
    expect([shown.status, shown.endedAt]).toEqual(['done', '2026-08-03T01:00:00.000Z']);
    expect(shown.parts).toMatchObject([
      { status: 'ended', outcome: 'withdrawn' },
      { status: 'dropped', because: 'company-registration' },
      { status: 'dropped', because: 'company-registration' },
    ]);
    const told = (await world.facts()).filter(({ type }) => type === 'intake.bundle-changed.v2');
    expect(told.map(({ data }) => data['news'])).toEqual(['submitted', 'dropped']);
    expect([shown.outcome, shown.creating]).toEqual(['none-granted', { made: 1, of: 3 }]);
  });

  test('may be withdrawn as a draft, with no case ever made', async () => {
    const { id } = (await begin()).body;
    expect((await act(id, 'withdraw', { body: { reason: '不办了' } })).body).toMatchObject({ status: 'withdrawn' });
    expect(await inbox.waiting()).toEqual([]);
  });

  test('is replayed when it is handed in twice with one key, and once only when two hand it in at once', async () => {
    const { id } = (await begin()).body;
    const headers = cases.freshKey();
    const [first, second] = [await act(id, 'submit', { headers }), await act(id, 'submit', { headers })];
    expect(second.body).toEqual(first.body);
    const other = (await begin()).body;
    const both = await Promise.all([act(other.id, 'submit'), act(other.id, 'submit')]);
    expect(new Set(both.map(outline))).toEqual(new Set([200, 'wrong-state']));
  });

  test('is entered at a window for who stands there; the clerk sees masks, and what he sends back of them is what they hide', async () => {
    const document = { kind: 'resident-id', number: '11010519491231002X' } as const;
    const applicant = { kind: 'person', document };
    const at = { channel: 'window', applicant, entry: entryAt.window };
    const { id } = (await begin(at, people.clerk)).body;
    const shown = await show(id, people.clerk);
    expect(shown.masked).toBe(true);
    expect(shown.form.shared['contact.name']).toMatch(/\*$/);
    expect(shown.form.items['company-registration'].shareholders[0].name).toMatch(/\*$/);
    const area = { ...shown.form, shared: { ...shown.form.shared, 'premises.area': 88 } };
    expect((await save(id, 1, { body: { answers, form: area }, actor: people.clerk })).status).toBe(200);
    const citizen = applicantActor('citizen', { partyId: partyIdOf(cases.cityKey, document) });
    const seen = await show(id, citizen);
    expect(seen.form).toEqual({ ...form, shared: { ...form.shared, 'premises.area': 88 } });
    expect(seen.entry).toMatchObject({ clerk: 'window', hall: 'gulou-hall' });
    expect((await act(id, 'submit', { actor: people.clerk })).status).toBe(200);
    await inbox.empty();
    const [{ caseId }] = (await show(id, citizen)).parts;
    expect((await world.send(read(caseId, { actor: citizen }))).body).toMatchObject({
      channel: 'window',
      entry: { clerk: 'window' },
    });
    expect(outline(await world.send({ path: `${path}/${id}`, actor: founder }))).toBe('not-found');
    expect(outline(await begin({ ...at, applicant: undefined }, people.clerk))).toBe('invalid-input');
    expect(outline(await begin({ bundleKey: 'nothing' }))).toBe('bundle-unknown');
  });
});
