import { expect, test } from 'vitest';
import { entryAt } from '../../test/support/entries.ts';
import { card, openFees } from '../../test/support/fee-desk.ts';
import { act, people } from '../../test/support/intake.ts';
import { outline } from '../../test/support/results.ts';
import { settleFacts } from '../../test/support/settle.ts';

const { company, approver, clerk } = people;
const taking = { code: 'A2B3C4', entry: entryAt.window };

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
