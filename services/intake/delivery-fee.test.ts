import { expect, test } from 'vitest';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import { entryAt } from '../../test/support/entries.ts';
import { card, chargeOf, openFees } from '../../test/support/fee-desk.ts';
import { act, people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/results.ts';
import { settleFacts } from '../../test/support/settle.ts';

const { company, approver, clerk } = people;
const taking = { code: 'A2B3C4', entry: entryAt.window };

test('a grant is not read in the moment before its delivery has begun', async () => {
  const { world, id, decide } = await openFees([]);
  const maker = makerOver(world);
  await decide(3);
  await deliverPapers(world, maker);
  const path = `/intake/applications/${id}/documents/4-decision`;
  expect((await world.send({ path, actor: company })).body.code).toBe('result-not-taken');
});

test('a grant is not read before its fee is paid, nor before it is taken, which is its delivery', async () => {
  const desk = await openFees([card]);
  const { world, id } = desk;
  const maker = makerOver(world);
  await desk.decide(3);
  await settleFacts(world.deps, () => world.facts());
  await deliverPapers(world, maker);
  const read = async (actor = company, query = {}) => {
    const { status, body } = await world.send({
      path: `/intake/applications/${id}/documents/4-decision`,
      actor,
      query,
    });
    return [status, body.code];
  };
  const actions = async () =>
    (await world.send({ path: `/intake/applications/${id}/delivery`, actor: company })).body.actions;
  expect([await read(), await actions()]).toEqual([[409, 'fee-due'], ['choose']]);
  await desk.pay(1, 4000);
  expect([await read(), await actions()]).toEqual([
    [409, 'result-not-taken'],
    ['choose', 'download'],
  ]);
  expect((await read(approver, { reason: '核对决定书' }))[0]).toBe(200);
  expect(outline(await world.send(act(id, 'delivery/download', { actor: company, body: {} })))).toEqual([
    200,
    'delivered',
  ]);
  expect((await read())[0]).toBe(200);
});

test('a refusal is read at once: whoever is refused waits for nothing', async () => {
  const desk = await openFees([card]);
  const maker = makerOver(desk.world);
  await desk.decide(3, 'refused');
  await deliverPapers(desk.world, maker);
  const path = `/intake/applications/${desk.id}/documents/4-decision`;
  expect((await desk.world.send({ path, actor: company })).status).toBe(200);
});

test('a result waits until somebody has assessed what it costs', async () => {
  const desk = await openFees([chargeOf({ gate: 'result' })]);
  await desk.decide(3);
  await settleFacts(desk.world.deps, () => desk.world.facts());
  const download = async () =>
    outline(await desk.world.send(act(desk.id, 'delivery/download', { actor: company, body: {} })));
  expect(await download()).toEqual([409, 'fee-not-assessed']);
  await desk.assess('survey', 0);
  expect(await download()).toEqual([200, 'delivered']);
});

test('a fee whose gate is the result keeps it in the office until it is paid; its way can be chosen all the same', async () => {
  const desk = await openFees([card]);
  const deliver = async (name: string, actor = company, body: object = {}) =>
    outline(await desk.world.send(act(desk.id, `delivery/${name}`, { actor, body })));
  await desk.decide(3);
  await settleFacts(desk.world.deps, () => desk.world.facts());

  expect(await deliver('download')).toEqual([409, 'fee-due']);
  expect(await deliver('choose', company, { way: 'window' })).toEqual([200, 'due']);
  expect(await deliver('make-ready', approver)).toEqual([409, 'fee-due']);
  expect(await deliver('hand-over', clerk, taking)).toEqual([409, 'fee-due']);
  await desk.pay(1, 4000);
  expect(await deliver('make-ready', approver)).toEqual([400, 'no-hall']);
  expect(await deliver('make-ready', approver, { hall: 'gulou-hall' })).toEqual([200, 'ready']);
  expect(await deliver('hand-over', clerk, taking)).toEqual([200, 'delivered']);
});
