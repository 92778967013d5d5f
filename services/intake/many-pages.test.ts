import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import * as bundles from '../../test/support/bundles.ts';
import { ownInbox, restaurant, seedOf } from '../../test/support/bundles.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, read } from '../../test/support/intake.ts';
import { itemOf } from './cases.fake.ts';

// DynamoDB ends a query after 1 MB; here after every other row.
const worldOfPages = () => cases.intakeOver(fakeTable({ page: 2 }));

test('a case whose rows are more than a query gives shows all of its timeline, its readings, its documents and its acts', async () => {
  const world = worldOfPages();
  const codes = { base: '000100001000', implementing: { gulou: '11350102MB0000001Y4000100001000' } };
  await cases.publish(world, { ...cases.publication, items: [itemOf({ codes })] });
  const id = await cases.draft(world);
  await world.send(cases.submit(id));
  await world.send(cases.accept(id));
  for (const reason of ['核对身份', '核对地址', '核对电话']) {
    expect((await world.send({ ...read(id, { actor: people.approver }), query: { reason } })).status).toBe(200);
    world.clock.now = new Date(world.clock.now.getTime() + 1000);
  }
  expect((await world.send(cases.decide(id, 3))).status).toBe(200);
  const below = async (what: string) =>
    (await world.send({ ...read(id), path: `/intake/applications/${id}/${what}` })).body;
  expect((await below('timeline')).items.map(({ act: name }: { act: string }) => name)).toEqual([
    'create',
    'submit',
    'accept',
    'decide',
  ]);
  expect((await below('access-records')).items).toHaveLength(3);
  const { number } = (await world.send(read(id))).body;
  const tracked = { path: `/intake/public/track/${number}`, query: { code: 'A2B3C4' } };
  expect((await world.send(tracked)).body.acts).toHaveLength(3);
  expect((await world.send(act(id, 'correct', { actor: people.company, body: { why: '错字' } }))).status).toBe(201);
});

test('a bundle shows all of its timeline', async () => {
  const world = worldOfPages();
  await cases.publish(world, seedOf(restaurant.bundleKey));
  const answers = { company: 'existing', sign: 'yes' };
  const form = await bundles.formFor(world, { ...restaurant, answers });
  const { id } = (await world.send(bundles.begin({ ...restaurant, answers, form }))).body;
  await world.send(bundles.act(id, 'submit'));
  await ownInbox(world).empty();
  const path = `${bundles.path}/${id}/timeline`;
  const { items } = (await world.send({ path, actor: bundles.founder })).body;
  expect(items.map(({ act: name }: { act: string }) => name)).toEqual([
    'create',
    'submit',
    'make-case',
    'make-case',
    'make-case',
  ]);
});
