import { beforeEach, describe, expect, test } from 'vitest';
import { card, chargeOf, feeDesk, type FeeDesk } from '../../test/support/fee-desk.ts';
import { feeFacts } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';
import { justice, reviewer, underReview } from '../../test/support/linked.ts';
import { openResults, type Results } from '../../test/support/results.ts';
import { outboxOf, settleFacts } from '../../test/support/settle.ts';
import { demoForm, itemOf } from './cases.fake.ts';
import { passTimeHourly } from './functions/tick/pass-time.ts';

let at: Results;
let desk: FeeDesk;

/** A licence that is granted and published: its card is paid. There is one place in a month. */
beforeEach(async () => {
  const form = {
    ...demoForm,
    properties: { ...demoForm.properties, operator: { type: 'string', 'x-same-as': 'company.name' } },
  };
  const quantity = { limit: 1, per: 'month', rule: '按受理先后' } as const;
  const item = itemOf({ form, quantity, fee: [card, chargeOf({ gate: 'result' })] });
  const departments = [...cases.publication.departments, justice];
  at = await openResults({ ...cases.publication, departments, items: [item] });
  const id = await at.decided();
  desk = feeDesk(at.world, id);
  await desk.pay(1, 4000);
  at.later(1 / 24);
  await passTimeHourly(at.world.deps)();
});
const licences = () => at.table.rows().filter(({ sk }) => String(sk).startsWith('LICENCE#')).length;
const shown = async () => (await at.world.send({ path: '/intake/public/publicity' })).body.items.length;

/** Opens a case upon another, accepts and decides it; its id. */
async function upon(id: string, name: string, { actor, by, said = {}, body = {} }: Upon): Promise<string> {
  const opened = await at.world.send(act(id, name, { actor, body: { why: '原决定有误', ...body } }));
  expect(opened.status).toBe(201);
  const version = await underReview(at.world, opened.body.id, by);
  const decision = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  expect((await at.world.send(cases.decide(opened.body.id, version, { actor: by, body: decision }))).status).toBe(200);
  return opened.body.id;
}
interface Upon {
  actor: typeof people.company;
  by: typeof people.company;
  said?: object;
  body?: object;
}
const revoked = (ground = 'not-qualified') =>
  upon(desk.id, 'revoke', { actor: people.head, by: people.approver, body: { ground } });
const annulled = (id: string) =>
  upon(id, 'review', { actor: people.company, by: reviewer, said: { ruling: 'annulled' } });

/** Whether another case can have the only place. */
async function placeIsFree(): Promise<boolean> {
  const id = await cases.draft(at.world);
  await at.world.send(cases.submit(id));
  await at.world.send(cases.accept(id));
  const answer = await at.world.send(cases.decide(id, 3));
  if (answer.body.code === 'quota-used') await at.world.send(cases.withdraw(id));
  return answer.status === 200;
}

describe('a grant that a review annuls', () => {
  test('costs its holder nothing, leaves the public list, and keeps its place for what is decided anew', async () => {
    expect([await shown(), await placeIsFree()]).toEqual([1, false]);
    await annulled(desk.id);
    await at.settle();
    expect(await desk.fees()).toMatchObject({ status: 'ended', dueFen: 0, heldFen: 0, toRefundFen: 4000 });
    expect((await feeFacts(at.world, desk.id)).at(-1)).toMatchObject([
      'refund-proposed',
      { reasonCode: 'grant-annulled' },
    ]);
    expect([await shown(), await placeIsFree()]).toEqual([0, false]);
  });
});

describe('a revocation that a review annuls', () => {
  test.each(['as they come', 'the last first'])(
    'leaves the grant as it was, with its fees, its entry and its place, where facts are told %s',
    async (order) => {
      const revocation = await revoked();
      if (order === 'as they come') {
        await at.settle();
        expect(await desk.fees()).toMatchObject({ status: 'ended', heldFen: 0, toRefundFen: 4000 });
        expect([await shown(), licences()]).toEqual([0, 0]);
      }
      await annulled(revocation);
      const facts = () => outboxOf(at.table).toReversed();
      await settleFacts(at.world.deps, async () => facts());
      const asked = order === 'as they come' ? 4000 : 0;
      expect(await desk.fees()).toMatchObject({
        status: asked > 0 ? 'due' : 'settled',
        dueFen: asked,
        heldFen: 4000 - asked,
      });
      expect([await shown(), licences(), await placeIsFree()]).toEqual([1, 1, false]);
    },
  );

  test('for the holder’s own fault had left him his fees, and does still', async () => {
    const revocation = await revoked('deception');
    await at.settle();
    await annulled(revocation);
    await at.settle();
    expect(await desk.fees()).toMatchObject({ status: 'settled', dueFen: 0, heldFen: 4000, toRefundFen: 0 });
    expect(await shown()).toBe(1);
  });

  test('does not show again what a head had taken out of the list', async () => {
    const path = `/intake/publicity/${desk.id}/withdraw`;
    const body = { reason: '涉及商业秘密' };
    await at.world.send({ method: 'POST', path, actor: people.head, headers: cases.freshKey(), body });
    const revocation = await revoked();
    await at.settle();
    await annulled(revocation);
    await at.settle();
    expect(await shown()).toBe(0);
  });
});
