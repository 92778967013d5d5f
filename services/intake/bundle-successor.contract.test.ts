import { beforeEach, describe, expect, test } from 'vitest';
import * as bundles from '../../test/support/bundles.ts';
import { founder, ownInbox } from '../../test/support/bundles.ts';
import { engineForTests } from '../../test/support/engine-table.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';

const engine = engineForTests();

const keysOf = ({ parts }: { parts: { item: string }[] }) => parts.map(({ item }) => item);
const outline = ({ status, body }: cases.Answer) => (status < 300 ? status : body.code);
const text = { type: 'string' };
const formOf = (...own: string[]) => ({
  type: 'object',
  additionalProperties: false,
  required: ['name'],
  properties: { name: { ...text, 'x-same-as': 'company.name' }, ...Object.fromEntries(own.map((one) => [one, text])) },
});
const promise = { text: '承诺符合标准。', basis: '国办发〔2020〕42号', covers: [], checkWithin: 20 };
const bundle = {
  key: 'open',
  name: '开办',
  nameEn: 'Open',
  questions: [
    {
      key: 'sign',
      title: '招牌？',
      titleEn: 'A sign?',
      options: ['yes', 'no'].map((key) => ({ key, title: key, titleEn: key })),
    },
  ],
  parts: [
    { item: 'premises', needs: [] },
    { item: 'kitchen', needs: ['premises'] },
    { item: 'sign', needs: ['kitchen'], when: { sign: ['yes'] } },
  ],
};
const [premises, kitchen, sign] = [
  itemOf({ key: 'premises', form: formOf('area') }),
  itemOf({ key: 'kitchen', form: formOf('stoves', 'cook'), commitment: promise }),
  itemOf({ key: 'sign', form: formOf('width') }),
];
const oneLicence = itemOf({ key: 'one-licence', name: '一证通', form: formOf('cook'), commitment: promise });
const answers = { sign: 'no' };
const form = {
  shared: { 'company.name': '示例小吃店' },
  items: { premises: { area: '80' }, kitchen: { stoves: '4', cook: '示例甲' }, sign: { width: '3' } },
};

describe.each(engine.tables)('a draft bundle over %s', (_, create) => {
  let world: IntakeWorld;
  let id: string;
  beforeEach(async () => {
    world = cases.intakeOver(await create());
    const items = [premises, kitchen, sign, oneLicence];
    expect(outline(await cases.publish(world, { ...cases.publication, items, bundles: [bundle] }))).toBe(200);
    const begun = { bundleKey: 'open', answers, form, commitments: ['kitchen'] };
    id = (await world.send(bundles.begin(begun))).body.id;
  });
  const show = async () => (await world.send(bundles.show(id))).body;
  const move = (rest: object = {}) => world.send(bundles.act(id, 'move-to-successor', rest));
  const end = (rest: object = { successor: oneLicence.key }, edition: object = {}) =>
    cases.publish(world, { whole: false, withdraw: [{ key: 'kitchen', reason: '证照合并', ...rest }], ...edition });

  test('whose item was withdrawn goes on with the item that took its place: needs, commitment and what both forms ask are kept', async () => {
    expect((await show()).actions).toEqual(['edit', 'submit', 'withdraw']);
    expect(outline(await end())).toBe(200);
    const offered = ['edit', 'submit', 'move-to-successor', 'withdraw'];
    const shown = await show();
    expect(shown.actions).toEqual(offered);
    expect(shown.parts[1].itemEnd).toMatchObject({ reason: '证照合并', successor: { key: 'one-licence' } });
    expect(outline(await world.send(bundles.act(id, 'submit')))).toBe('item-withdrawn');
    const saved = await world.send(bundles.save(id, 1, { body: { answers, form, commitments: ['kitchen'] } }));
    expect(saved.body.actions).toEqual(offered);

    const moved = await move();
    expect(moved.body).toEqual({ id, status: 'draft', version: 3, actions: ['edit', 'submit', 'withdraw'] });
    const now = await show();
    expect(keysOf(now)).toEqual(['premises', 'one-licence']);
    expect(now.parts[1]).toMatchObject({ needs: ['premises'], committed: true });
    const { kitchen: left, ...others } = form.items;
    expect(now.form).toEqual({ ...form, items: { ...others, 'one-licence': { cook: left.cook } } });
    expect(now).toMatchObject({ answers, commitments: ['one-licence'], version: 3 });
    expect(outline(await move())).toBe('wrong-state');
  });

  test('that has gone on is saved and handed in, and its cases are of the new item', async () => {
    await end();
    const headers = cases.freshKey();
    const [first, second] = [await move({ headers }), await move({ headers })];
    expect([second.body, second.headers['Idempotent-Replayed']]).toEqual([first.body, 'true']);
    const body = { answers: { sign: 'yes' }, form: (await show()).form, commitments: [] };
    expect(outline(await world.send(bundles.save(id, 2, { body })))).toBe(200);
    expect(outline(await world.send(bundles.act(id, 'submit')))).toBe(200);
    await ownInbox(world).empty();
    const shown = await show();
    expect(keysOf(shown)).toEqual(['premises', 'one-licence', 'sign']);
    expect(shown.parts[0]).toMatchObject({ status: 'open' });
    const { items } = (await world.send({ path: `${bundles.path}/${id}/timeline`, actor: founder })).body;
    expect(items.map(({ act }: { act: string }) => act)).toEqual([
      'create',
      'move-to-successor',
      'submit',
      'make-case',
    ]);
    expect(outline(await move())).toBe('wrong-state');
  });

  test('whose definition was published anew may go on under that, or be handed in as it was begun', async () => {
    const question = { ...bundle.questions[0]!, key: 'terrace' };
    const parts = [
      { item: 'premises', needs: [] },
      { item: 'kitchen', needs: [] },
      { item: 'one-licence', needs: [] },
    ];
    const edition = { whole: false, items: [], bundles: [{ ...bundle, questions: [question], parts }] };
    expect(outline(await cases.publish(world, { departments: [], ...edition }))).toBe(200);
    expect((await show()).actions).toContain('move-to-successor');
    expect(outline(await move())).toBe(200);
    const now = await show();
    expect(keysOf(now)).toEqual(['premises', 'kitchen', 'one-licence']);
    // What is asked no more is left behind, answers as well.
    expect([now.answers, Object.keys(now.form.items)]).toEqual([{}, ['premises', 'kitchen']]);
    expect(outline(await world.send(bundles.act(id, 'submit')))).toBe('invalid-input');
  });

  test('whose item was withdrawn for nothing can only be given up; a stranger learns nothing of it', async () => {
    await end({});
    expect((await show()).actions).toEqual(['edit', 'submit', 'withdraw']);
    expect(outline(await move())).toBe('wrong-state');
    expect(outline(await move({ actor: cases.people.stranger }))).toBe('not-found');
  });
});
