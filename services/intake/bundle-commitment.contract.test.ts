import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, type IntakeWorld } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';

const engine = engineForTests();

const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const promise = { text: '承诺场所符合食品安全标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin: 20 };
const plan = {
  type: 'plan',
  name: '平面图',
  must: 'must',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
} as const;
const materials = [{ ...plan, sharedResource: null, originals: 0, copies: 1 }];
const steps = [{ department: 'amr', mode: 'serial' as const }];
const form = {
  type: 'object',
  additionalProperties: false,
  required: ['operator'],
  properties: { operator: { type: 'string' } },
};
const catalogue = {
  ...cases.publication,
  items: [
    itemOf({ key: 'premises', form }),
    itemOf({ key: 'kitchen', form, commitment: promise, materials, steps }),
    itemOf({ key: 'terrace', form, commitment: promise, materials, steps }),
  ],
  bundles: [
    {
      key: 'open',
      name: '开办',
      nameEn: 'Open',
      parts: [
        { item: 'premises', needs: [] },
        { item: 'kitchen', needs: [] },
        { item: 'terrace', needs: ['premises'] },
      ],
    },
  ],
};
const filled = { operator: '示例小吃店' };
const items = { premises: filled, kitchen: filled, terrace: filled };

describe.each(engine.tables)('commitments in a bundle over %s', (_, create) => {
  let world: IntakeWorld;
  let inbox: ReturnType<typeof ownInbox>;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    inbox = ownInbox(world);
    expect(outline(await cases.publish(world, catalogue))).toBe(200);
  });
  const send = (request: Parameters<IntakeWorld['send']>[0]) => world.send(request);
  const begin = (commitments: string[] = []) =>
    send(bundles.begin({ bundleKey: 'open', form: { shared: {}, items }, commitments }));
  const show = async (id: string) => (await send(bundles.show(id))).body;
  const submit = (id: string) => send(bundles.act(id, 'submit'));
  async function handedIn(commitments: string[]): Promise<string> {
    const { id } = (await begin(commitments)).body;
    expect(outline(await submit(id))).toBe(200);
    await inbox.empty();
    return id;
  }
  /** A commitment of the founder's outside the bundle, and the head who finds it broken. */
  async function granted(): Promise<string> {
    const body = { itemKey: 'kitchen', form: filled, channel: 'online', commitment: true };
    const path = '/intake/applications';
    const made = await send({ method: 'POST', path, actor: founder, headers: cases.freshKey(), body });
    await send(cases.submit(made.body.id, { actor: founder }));
    expect(outline(await send(cases.decide(made.body.id, 2)))).toBe(200);
    return made.body.id;
  }
  const broken = async (caseId: string) =>
    send(act(caseId, 'commitment/break', { actor: people.head, body: { result: '现场核查不符' } }));

  test('are chosen item by item: that case is decided at once on his word and checked, the other is reviewed', async () => {
    const guide = (await send({ path: '/intake/public/bundles/open' })).body;
    expect(guide.parts.map((part: object) => 'commitment' in part)).toEqual([false, true, true]);
    const id = await handedIn(['kitchen']);
    const shown = await show(id);
    expect(shown.parts.map((part: { committed?: boolean }) => part.committed)).toEqual([undefined, true, undefined]);
    expect(shown.materials).toMatchObject([
      { type: 'plan', how: 'commitment', items: ['kitchen'] },
      { type: 'plan', how: 'asked', items: ['terrace'] },
    ]);
    const seen = { path: `/intake/applications/${shown.parts[1].caseId}`, actor: founder };
    const kitchen = (await send(seen)).body;
    expect(kitchen).toMatchObject({ committed: true, checkWithin: 20 });
    expect(outline(await send(cases.decide(kitchen.id, kitchen.version)))).toBe(200);
    const { body } = await send({ ...seen, path: `${seen.path}/commitment` });
    expect(body).toMatchObject({ text: promise.text, check: { status: 'to-check' } });
  });

  test('are free until the bundle is handed in: what is saved last counts', async () => {
    const { id } = (await begin(['kitchen'])).body;
    const saved = { answers: {}, form: { shared: {}, items }, commitments: ['terrace'] };
    expect(outline(await send(bundles.save(id, 1, { body: saved })))).toBe(200);
    expect(outline(await send(bundles.save(id, 1, { body: saved })))).toBe(200);
    expect(outline(await send(bundles.save(id, 1, { body: { ...saved, commitments: [] } })))).toBe('version-stale');
    expect(await show(id)).toMatchObject({
      version: 2,
      commitments: ['terrace'],
      parts: [{}, {}, { committed: true }],
    });
  });

  test('are not made for an item that takes none, nor for one of no part; nothing is changed', async () => {
    const refused = await begin(['kitchen', 'premises', 'elsewhere']);
    expect([refused.body.code, refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([
      'no-commitment',
      ['/commitments/1', '/commitments/2'],
    ]);
    const { id } = (await begin()).body;
    const save = { body: { answers: {}, form: { shared: {}, items }, commitments: ['premises'] } };
    expect(outline(await send(bundles.save(id, 1, save)))).toBe('no-commitment');
    expect(await show(id)).toMatchObject({ version: 1, commitments: [] });
  });

  test('are not taken from one with an unrepaired record: not at the beginning, not at the submission', async () => {
    const caseId = await granted();
    const { id } = (await begin(['terrace'])).body;
    expect(outline(await broken(caseId))).toBe(200);
    expect(outline(await begin(['terrace']))).toBe('record-unrepaired');
    expect(outline(await submit(id))).toBe('record-unrepaired');
    const without = { body: { answers: {}, form: { shared: {}, items } } };
    expect(outline(await send(bundles.save(id, 1, without)))).toBe(200);
    expect(outline(await submit(id))).toBe(200);
  });

  test('of a later item are not taken where a record has come in between: its case is made, and reviewed as usual', async () => {
    const caseId = await granted();
    const id = await handedIn(['terrace']);
    expect(outline(await broken(caseId))).toBe(200);
    const premises = (await show(id)).parts[0].caseId;
    await send(cases.accept(premises));
    expect(outline(await send(cases.decide(premises, 3)))).toBe(200);
    await inbox.empty({ times: 2 });
    const { parts } = await show(id);
    expect(parts[2]).toMatchObject({ status: 'open', committed: false });
    const found = (await send({ path: `/intake/applications/${parts[2].caseId}`, actor: founder })).body;
    expect(found).toMatchObject({ status: 'submitted', committed: false });
  });
});

test('a draft that was stored before commitments were asked for is one without', async () => {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  await cases.publish(world, catalogue);
  const { id } = (await world.send(bundles.begin({ bundleKey: 'open', form: { shared: {}, items } }))).body;
  const { commitments, ...old } = table.rows().find(({ pk, sk }) => pk === `BUNDLE#${id}` && sk === 'FORM')!;
  expect(commitments).toEqual([]);
  await table.put({ pk: `BUNDLE#${id}`, sk: 'FORM', ...old });
  expect((await world.send(bundles.show(id))).body).toMatchObject({ commitments: [] });
  expect(outline(await world.send(bundles.act(id, 'submit')))).toBe(200);
});
