import { describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { card, chargeOf, feeDesk, openFees, submittedCase, type FeeDesk } from '../../test/support/fee-desk.ts';
import { billFact, feeFacts, follow } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';

let desk: FeeDesk;

describe('a gate', () => {
  test('before the decision keeps a grant waiting, never a refusal', async () => {
    desk = await openFees([chargeOf()]);
    await desk.assess('survey', 10);
    expect(await desk.decide(3)).toMatchObject({ status: 409, body: { code: 'fee-due' } });
    await desk.pay(1, 30_000);
    expect(await desk.decide(3)).toMatchObject({ status: 200, body: { status: 'decided' } });
  });

  test('is shut until the department has assessed, or said that nothing is owed', async () => {
    desk = await openFees([chargeOf()]);
    expect(await desk.decide(3)).toMatchObject({ status: 409, body: { code: 'fee-not-assessed' } });
    await desk.assess('survey', 0);
    expect(await desk.decide(3)).toMatchObject({ status: 200, body: { status: 'decided' } });
    desk = await openFees([chargeOf(), chargeOf({ code: 'drill' })]);
    await desk.assess('survey', 0);
    expect(await desk.decide(3)).toMatchObject({ status: 409, body: { code: 'fee-not-assessed' } });
    expect(await desk.decide(3, 'refused')).toMatchObject({ status: 200 });
  });

  test('never stops the legal clock', async () => {
    desk = await openFees([chargeOf()]);
    const before = (await desk.world.send(cases.read(desk.id))).body;
    await desk.assess('survey', 10);
    const after = (await desk.world.send(cases.read(desk.id))).body;
    expect([after.dueAt, after.legalDueAt, after.version]).toEqual([before.dueAt, before.legalDueAt, before.version]);
  });

  test('before the result lets the decision pass', async () => {
    desk = await openFees([card]);
    expect(await desk.fees()).toMatchObject({ dueFen: 4000 });
    expect((await desk.decide(3)).status).toBe(200);
    await follow(desk.world);
    expect(await desk.fees()).toMatchObject({ dueFen: 4000, status: 'due' });
  });

  test('is shut from the acceptance on where the list fixes the fee, even before it is assessed', async () => {
    const fixed = { ...card, gate: 'decision' } as const;
    const world = cases.intakeOver(fakeTable());
    desk = feeDesk(world, await submittedCase(world, [fixed]));
    await desk.world.send(cases.accept(desk.id));
    expect(await desk.decide(3)).toMatchObject({ status: 409, body: { code: 'fee-due' } });
  });
});

describe('the end of a case', () => {
  const ends: [string, () => Promise<unknown>][] = [
    ['refused', () => desk.decide(3, 'refused')],
    ['withdrawn', () => desk.world.send(cases.withdraw(desk.id))],
    [
      'void',
      async () => {
        const body = { ground: 'clerical', why: '误录' };
        await desk.world.send(act(desk.id, 'propose-void', { actor: people.clerk, body }));
        return desk.world.send(act(desk.id, 'void', { actor: people.head, body }));
      },
    ],
    [
      'forwarded',
      () =>
        desk.world.send(
          act(desk.id, 'forward', { actor: people.head, body: { itemKey: 'other-item', why: '属其他部门权限' } }),
        ),
    ],
  ];

  test.each(ends)('%s cancels what is due and proposes what is paid to go back', async (_, end) => {
    desk = await openFees([chargeOf(), card]);
    await desk.pay(1, 4000);
    await desk.assess('survey', 10);
    await end();
    await follow(desk.world);
    const body = await desk.fees();
    expect(body).toMatchObject({ status: 'ended', owedFen: 0, dueFen: 0, heldFen: 0, toRefundFen: 4000, actions: [] });
    const line = { code: 'card', payee: 'mnr', amountFen: 4000 };
    expect((await feeFacts(desk.world, desk.id)).slice(-2)).toMatchObject([
      ['fee-cancelled', { assessmentId: `${desk.id}.2`, reasonCode: 'case-ended' }],
      ['refund-proposed', { assessmentId: `${desk.id}.1`, n: 1, lines: [line], reasonCode: 'case-ended' }],
    ]);
    await desk.tell(billFact(desk.id, [2, 2], { paidFen: 30_000 }));
    expect(await desk.fees()).toMatchObject({ heldFen: 0, paidFen: 34_000, toRefundFen: 34_000 });
  });
});

test('an assessment that meets the end of its case halfway is refused, and leaves nothing due', async () => {
  desk = await openFees([chargeOf()]);
  const { deps } = desk.world;
  const { applications } = deps;
  const asItWas = await applications.getForClock(desk.id);
  await desk.world.send(cases.withdraw(desk.id));
  await follow(desk.world);
  // The assessment has read the case just before it was withdrawn, and the fees have seen the end before they are.
  const reads = [asItWas];
  deps.applications = { ...applications, get: async (...asked) => reads.pop() ?? applications.get(...asked) };
  expect(await desk.assess('survey', 10)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  expect(await desk.fees()).toMatchObject({ dueFen: 0, version: 0 });
});
