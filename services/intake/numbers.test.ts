import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as cases from '../../test/support/intake.ts';
import { draft, read } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';

const code = '11350102MB0000001Y4000100001000';
const publication = {
  ...cases.publication,
  items: [itemOf({ codes: { base: '000100001000', implementing: { gulou: code } } })],
};

test.each([
  [9998, 200, '9999'],
  [9999, 200, 'A000'],
  [35_998, 200, 'Z999'],
  [35_999, 409, undefined],
])('after %i cases of an item on a day the next one gets %i and the number …%s', async (before, status, ending) => {
  const table = fakeTable();
  const world = cases.intakeOver(table);
  await cases.publish(world, publication);
  await table.put({ pk: `SEQ#${code}#2026-08-03`, sk: 'SEQ', n: before });
  const id = await draft(world);
  const answer = await world.send(cases.submit(id));
  expect([answer.status, answer.body.code]).toEqual([status, ending ? undefined : 'numbers-used-up']);
  const { body } = await world.send(read(id));
  expect([body.status, body.number]).toEqual(ending ? ['submitted', `${code}20260803${ending}`] : ['draft', undefined]);
});

test('two who hand in at once get two numbers', async () => {
  const world = cases.intakeOver(fakeTable());
  await cases.publish(world, publication);
  const ids = [await draft(world), await draft(world)];
  await Promise.all(ids.map((id) => world.send(cases.submit(id))));
  const numbers = await Promise.all(ids.map(async (id) => (await world.send(read(id))).body.number));
  expect(new Set(numbers)).toEqual(new Set([`${code}202608030001`, `${code}202608030002`]));
});
