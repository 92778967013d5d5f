import { beforeEach, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read } from '../../test/support/intake.ts';
import { linkedOver, reviewer, type LinkedWorld } from '../../test/support/linked.ts';
import { demoForm, itemOf } from './cases.fake.ts';

let world: LinkedWorld;
let maker: ReturnType<typeof makerOver>;
beforeEach(async () => {
  world = await linkedOver(fakeTable());
  maker = makerOver(world);
});

/** The documents of a case as its applicant finds them. */
async function papersOf(id: string): Promise<string[][]> {
  expect(await deliverPapers(world, maker)).toEqual([]);
  const { body } = await world.send({ path: `/intake/applications/${id}/documents`, actor: people.company });
  return body.items.map(({ document, title }: { document: string; title: { zh: string } }) => [document, title.zh]);
}
const shown = async (id: string) => (await world.send(read(id))).body;

test('a case that the office opens of its own accord gives its party a notice, one of the applicant’s a receipt', async () => {
  const [revoked, corrected, asked] = [await world.decided(), await world.decided(), await world.decided()];
  expect(await papersOf((await world.revoke(revoked)).body.id)).toEqual([['1-receipt', '撤销程序告知书']]);
  const own = await world.correct(corrected, {}, people.approver);
  expect(await papersOf(own.body.id)).toEqual([['1-receipt', '更正程序告知书']]);
  expect(await papersOf((await world.correct(asked)).body.id)).toEqual([['1-receipt', '收件凭证']]);
});

test('what is decided anew gives a receipt without being asked for', async () => {
  const id = await world.decided('refused');
  const { body } = await world.review(id);
  await world.ended(body.id, reviewer, { ruling: 'annulled' });
  const { anew } = (await shown(body.id)).decision;
  expect(await papersOf(anew)).toEqual([['1-receipt', '收件凭证']]);
});

test('a forwarded case gives the form and the receipt of the other office, once it is received there', async () => {
  const stricter = {
    ...demoForm,
    required: ['seats'],
    properties: { ...demoForm.properties, seats: { type: 'integer' } },
  };
  const items = [
    ...cases.publication.items,
    itemOf({ key: 'as-it-is', department: 'health' }),
    itemOf({ key: 'with-seats', department: 'health', form: stricter }),
  ];
  await cases.publish(world, { ...cases.publication, items });
  const forwarded = async (itemKey: string): Promise<string> => {
    const id = await draft(world);
    await world.send(cases.submit(id));
    await world.send(cases.accept(id));
    const body = { itemKey, why: '属卫健部门权限' };
    expect((await world.send(act(id, 'forward', { actor: people.approver, body }))).status).toBe(200);
    return (await shown(id)).forwardedTo;
  };
  expect((await papersOf(await forwarded('as-it-is'))).map(([document]) => document)).toEqual([
    '1-application-form',
    '1-receipt',
  ]);
  expect(await papersOf(await forwarded('with-seats'))).toEqual([]);
});
