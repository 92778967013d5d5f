import { beforeEach, describe, expect, test } from 'vitest';
import * as bundles from '../../test/support/bundles.ts';
import { citizen, openForms, type fillingBetween } from '../../test/support/filling.ts';
import * as cases from '../../test/support/intake.ts';
import { people, type IntakeWorld } from '../../test/support/intake.ts';
import type { openLibrary } from '../../test/support/library.ts';
import { outline } from '../../test/support/linked.ts';

let world: IntakeWorld;
let library: ReturnType<typeof openLibrary>;
let filling: ReturnType<typeof fillingBetween>;
beforeEach(async () => {
  ({ world, library, filling } = await openForms());
});

async function begun(said: object = {}, rest: object = {}, actor = citizen): Promise<string> {
  const body = { itemKey: 'register', channel: 'online', form: said, ...rest };
  const made = await world.send({
    method: 'POST',
    path: '/intake/applications',
    actor,
    headers: cases.freshKey(),
    body,
  });
  expect([outline(made), made.body.version]).toEqual(['201 draft', 1]);
  return made.body.id;
}
const seen = async (id: string, actor = citizen) => (await world.send(cases.read(id, { actor }))).body;
const save = (id: string, version: number, body: object) =>
  world.send(cases.save(id, version, { actor: citizen, body }));
const whys = (body: { unfilled?: { pointer: string; why: string }[] }) =>
  Object.fromEntries((body.unfilled ?? []).map(({ pointer, why }) => [pointer, why]));
const full = { name: '段正淳', sex: 'male', born: '1990-01-01', area: 89.5, mortgaged: false };

describe('what registers know of whoever applies', () => {
  test('is filled in once they answer, in the words of the form, with who says it, by what law and when', async () => {
    const id = await begun({ note: '加急' });
    expect(whys(await seen(id))).toEqual({
      '/name': 'asked',
      '/sex': 'asked',
      '/born': 'asked',
      '/area': 'asked',
      '/mortgaged': 'asked',
      '/tax': 'asked',
    });
    const { asked, told } = await filling.settle();
    const draft = await seen(id);
    expect(draft).toMatchObject({
      version: 2,
      form: { ...full, note: '加急' },
      unfilled: [{ pointer: '/tax', why: 'on-request' }],
    });
    const from = { resource: 'population', basis: '食品安全法 art. 35', at: '2026-08-03T01:00:00.000Z' };
    expect(draft.prefilled).toContainEqual({ pointer: '/born', source: 'shared:population/birth-date', from });
    expect(library.registers.asked).toHaveLength(2);
    expect(JSON.stringify([asked, told, [...library.handedOut.files.keys()]])).not.toMatch(/段|1990|male/);
  });

  test('is read as who asked, for which draft and by what law, whoever fills the form in', async () => {
    const id = await begun();
    await filling.settle();
    const { items } = (await library.send('GET', '/materials/accesses', { actor: citizen })).body;
    const read = { caseId: id, office: 'gulou/amr', reason: '食品安全法 art. 35' };
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...read, resource: 'population' }),
        expect.objectContaining({ ...read, resource: 'real-estate' }),
      ]),
    );
  });

  test.each([
    ['unanswered', { outcome: 'fail', why: 'time-out' }],
    ['not-found', { outcome: 'miss' }],
    ['differs', { outcome: 'differ', fields: { 'birth-date': '1980-01-01' } }],
    ['not-said', { outcome: 'find', fields: { name: '段正淳' } }],
    ['not-fitting', { outcome: 'find', fields: { sex: '未知', 'birth-date': '1990-01-01' } }],
  ] as const)(
    'stays open where its register says %s, and the form says that; nobody is kept from handing in',
    async (why, answer) => {
      library.registers.answers.set('population', answer);
      const id = await begun();
      await filling.settle();
      const draft = await seen(id);
      expect([draft.form.sex, whys(draft)['/sex']]).toEqual([undefined, why]);
      expect(draft.form.area).toBe(89.5);
      expect(outline(await world.send(cases.submit(id, { actor: citizen })))).toBe('200 submitted');
    },
  );

  test('comes to whoever is typing without sending him back: his words stand, and what he had not seen beside them', async () => {
    const id = await begun();
    await filling.settle();
    expect(outline(await save(id, 1, { form: { note: '先写', born: '1991-02-02' } }))).toBe('200 draft');
    const draft = await seen(id);
    expect(draft).toMatchObject({ version: 3, form: { ...full, born: '1991-02-02', note: '先写' } });
    expect(draft.prefilled.map(({ pointer }: { pointer: string }) => pointer)).not.toContain('/born');
    expect(outline(await save(id, 1, { form: { note: '太晚' } }))).toBe('412 version-stale');
    expect(outline(await save(id, 3, { form: { note: '清空' } }))).toBe('200 draft');
    expect((await seen(id)).form).toEqual({ note: '清空' });
  });

  test('does not take the place of what was said meanwhile, and of what was handed in nothing', async () => {
    const [typed, handedIn] = [await begun(), await begun()];
    await save(typed, 1, { form: { born: '1991-02-02' } });
    await world.send(cases.submit(handedIn, { actor: citizen }));
    await filling.settle();
    expect((await seen(typed)).form).toEqual({ ...full, born: '1991-02-02' });
    expect((await seen(handedIn)).form).toEqual({});
  });

  test('fills nothing in when it comes a month late: what was handed over for it is gone by then', async () => {
    const id = await begun();
    await filling.ask();
    world.clock.now = new Date('2026-09-03T01:00:00Z');
    await filling.hear();
    expect(await seen(id)).toMatchObject({ version: 1, form: {} });
  });

  test('is masked for a clerk who enters it, whose own office is named', async () => {
    const document = { kind: 'passport', country: 'FRA', number: 'ab 12345' };
    const entry = { hall: 'H1', window: 'W1', documentsSeen: ['passport'], originalChecked: true, signatureKept: true };
    const id = await begun({}, { channel: 'window', applicant: { kind: 'person', document }, entry }, people.clerk);
    await filling.settle();
    expect((await seen(id, people.clerk)).form.name).toBe('段**');
    expect(library.registers.asked[0]).toMatchObject({ office: 'gulou/window' });
  });
});

describe('what was filled in', () => {
  test('is to be confirmed once thirty days have passed, or its register was corrected', async () => {
    const id = await begun();
    await filling.settle();
    await (
      await library.deps.fillings()
    ).lapse({ resource: 'real-estate', why: 'corrected' }, citizen.partyId, {
      at: world.clock.now,
      actor: { sub: 'x', kind: 'service', partyId: 'none' },
      office: 'x',
      correlationId: 'x',
      causationId: 'x',
    });
    await filling.hear();
    expect(
      (await world.send(cases.submit(id, { actor: citizen }))).body.errors.map(
        ({ pointer }: { pointer: string }) => pointer,
      ),
    ).toEqual(['/form/area', '/form/mortgaged']);
    expect(outline(await save(id, 2, { form: full, confirmed: ['/area', '/mortgaged'] }))).toBe('200 draft');
    world.clock.now = new Date('2026-09-03T01:00:00Z');
    expect((await seen(id)).prefilled.map(({ lapsed }: { lapsed?: string }) => lapsed)).toEqual(
      Array(3).fill('outdated'),
    );
    expect(outline(await world.send(cases.submit(id, { actor: citizen })))).toBe('409 prefilled-lapsed');
    await save(id, 3, { form: full, confirmed: ['/name', '/sex', '/born'] });
    expect(outline(await world.send(cases.submit(id, { actor: citizen })))).toBe('200 submitted');
  });
});

test('a bundle is filled in once for all its items, each asked for by its own law, and its cases say from where', async () => {
  const { id } = (await world.send(bundles.begin({ bundleKey: 'both' }, citizen))).body;
  const { asked } = await filling.settle();
  expect(asked.map(({ data }) => data['itemKey'])).toEqual(['register']);
  const shown = (await world.send(bundles.show(id, citizen))).body;
  expect(shown.form.items).toMatchObject({
    register: { born: '1990-01-01' },
    second: { born: '1990-01-01', sex: 'male' },
  });
  expect(shown.unfilled).toEqual([
    { pointer: '/items/register/tax', source: 'shared:tax/annual-tax', why: 'on-request' },
  ]);
  const said = { answers: {}, commitments: [], form: { shared: {}, items: { register: { note: '先写' } } } };
  expect(outline(await world.send(bundles.save(id, 1, { actor: citizen, body: said })))).toBe('200 draft');
  expect((await world.send(bundles.show(id, citizen))).body.form.items.register).toMatchObject({
    note: '先写',
    born: '1990-01-01',
  });
});
