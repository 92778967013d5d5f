import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { card } from '../../test/support/fee-desk.ts';
import * as cases from '../../test/support/intake.ts';
import type { IntakeWorld } from '../../test/support/intake.ts';
import { amr, codesFor, codesOf, itemOf } from './cases.fake.ts';

let world: IntakeWorld;
beforeEach(() => {
  world = cases.intakeOver(fakeTable());
});
const limit = (n: number, unit: 'day' | 'working-day') => ({ n, unit, from: 'accepted', of: 'office' });
const steps = [{ department: 'amr', mode: 'serial' }];
const wrong = {
  ...itemOf(),
  kind: 1,
  steps,
  needs: ['none'],
  channels: ['online', 'online'],
  situations: ['新办', '新办'],
  legalLimit: limit(30, 'working-day'),
  promisedLimit: limit(1000, 'day'),
  codes: { ...codesFor(itemOf().key), implementing: { gulou: codesOf('000131901000').implementing['gulou'] } },
};
const items = [wrong, itemOf({ key: 'other', codes: undefined })];
const named = [
  '/items/0/needs/0 unknown-item',
  '/items/0/codes/implementing/gulou code-of-another-item',
  '/items/1/codes/implementing/gulou code-missing',
  '/items/0/channels/1 duplicate',
  '/items/0/situations/1 duplicate',
  '/items/0/steps steps-on-the-spot',
  '/items/0/promisedLimit promise-too-long',
];
const faults = ({ body }: cases.Answer) =>
  body.errors.map(({ pointer, code }: Record<string, string>) => `${pointer} ${code}`);
const post = (body: object) =>
  world.send({
    method: 'POST',
    path: '/intake/catalogue',
    actor: staffActor('catalogue-editor'),
    headers: cases.freshKey(),
    body,
  });

test.each([true, false])('what is wrong is named all at once, by its place; a whole catalogue: %s', async (whole) => {
  expect(faults(await post({ departments: [amr], items, whole }))).toEqual(named);
});

test('items that have not the shape of one hide no fault of the others', async () => {
  const shapeless = { ...itemOf({ key: 'shapeless' }), level: 'x', name: ' ' };
  const sound = itemOf({ department: 'none', needs: ['shapeless'] });
  const answer = await post({ departments: [amr], items: [shapeless, sound] });
  expect([answer.body.code, ...faults(answer)]).toEqual([
    'invalid-input',
    '/items/0/name too_small',
    '/items/0/level invalid_type',
    '/items/1/department unknown-department',
  ]);
});

test('a draft that is edited is looked at in the same way, and an item beside it keeps its code', async () => {
  await cases.publish(world, { departments: [amr], items: [itemOf()] });
  const { id } = (await post({ items: [itemOf({ nameEn: 'Food' })] })).body;
  const taken = itemOf({ key: 'other', codes: codesFor(itemOf().key) });
  const answer = await world.send({
    method: 'PUT',
    path: `/intake/catalogue/editions/${id}`,
    actor: staffActor('catalogue-editor'),
    headers: { 'If-Match': '"1"' },
    body: { items: [taken] },
  });
  expect(faults(answer)).toEqual(['/items/0/codes/base code-taken']);
});

test.each([{}, { whole: true }])('an edition that says nothing is refused: %o', async (body) => {
  expect(faults(await post(body))).toEqual([' empty-edition']);
});

test('what is charged or must be brought names its right, or says that it rests on that of its item', async () => {
  const line = { type: 'plan', name: '平面图', source: 'applicant', sharedResource: null, about: 'premises' } as const;
  const plan = { ...line, must: 'must', originals: 1, copies: 0 } as const;
  const charge = { ...card, restsOn: undefined };
  const bare = itemOf({ materials: [plan, { ...plan, type: 'photo', must: 'optional' }], fee: [charge] });
  expect(faults(await post({ departments: [amr], items: [bare] }))).toEqual([
    '/items/0/fee/0/basis basis-missing',
    '/items/0/materials/0/basis basis-missing',
  ]);
  const materials = [{ ...plan, restsOn: 'item' as const }];
  const founded = itemOf({ materials, fee: [{ ...charge, basis: '发改价格规〔2016〕2559号' }] });
  expect((await cases.publish(world, { departments: [amr], items: [founded] })).status).toBe(200);
  const shown = (await world.send({ path: `/intake/public/items/${founded.key}` })).body;
  expect([shown.fee[0].basis, shown.materials[0].restsOn]).toEqual(['发改价格规〔2016〕2559号', 'item']);
  const list = (await world.send({ path: `/intake/public/items/${founded.key}/requirements` })).body;
  expect(list.situations[0].requirements[0]).toMatchObject({ basis: founded.basis, restsOn: 'item' });
});
