import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import {
  assessing,
  card,
  chargeOf,
  evidence,
  feeDesk,
  openFees,
  submittedCase,
  type FeeDesk,
} from '../../test/support/fee-desk.ts';
import { billFact, feeFacts, follow } from '../../test/support/fees.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people } from '../../test/support/intake.ts';

let desk: FeeDesk;
const lines = (quantity: number) => ({ body: { lines: [{ code: 'survey', quantity }], evidence } });
const paid = (n: number, paidFen: number, rest: object = {}) => billFact(desk.id, [n, 2], { paidFen, ...rest });

describe('an assessment', () => {
  test('is quantity × rate of the list with its evidence, and a fact tells payments', async () => {
    desk = await openFees([chargeOf()]);
    const answer = await desk.assess('survey', 12.5);
    expect(answer).toMatchObject({ status: 200, body: { id: desk.id, status: 'due', version: 1, dueFen: 37_500 } });
    const line = { code: 'survey', payee: 'mnr', quantity: 12.5, gate: 'decision', amountFen: 37_500 };
    const dueAt = '2026-08-18T15:59:59.999Z';
    const assessmentId = `${desk.id}.1`;
    expect(await feeFacts(desk.world, desk.id)).toEqual([
      ['fee-assessed', { assessmentId, revision: 1, caseId: desk.id, payer: 'p_company', lines: [line], dueAt }],
    ]);
    const body = await desk.fees();
    expect(body).toMatchObject({ owedFen: 37_500, reducedFen: 0, dueFen: 37_500, paidFen: 0, actions: [] });
    expect(body.owed).toMatchObject([{ code: 'survey', rateFen: 3000, quantity: 12.5, evidence, by: 'approver' }]);
    expect(body.timeline).toMatchObject([{ act: 'assess', actor: 'approver', office: 'gulou/amr', reason: evidence }]);
  });

  test('names the version of the fees that it saw: of four at once one is made, and three learn of it', async () => {
    desk = await openFees([chargeOf()]);
    const asked = await Promise.all([1, 2, 3, 4].map((n) => desk.world.send(assessing(desk.id, 0, lines(n)))));
    expect(asked.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412, 412]);
    const made = asked.find(({ status }) => status === 200);
    expect(await desk.fees()).toMatchObject({ version: 1, dueFen: made?.body.dueFen });
    const unnamed = act(desk.id, 'fees/assess', { actor: people.approver, ...lines(5) });
    expect(await desk.world.send(unnamed)).toMatchObject({ status: 428 });
  });

  test('of what is not on the list is refused, and the supervisor hears of it once', async () => {
    desk = await openFees([chargeOf()]);
    expect(await desk.assess('tea-money', 1)).toMatchObject({ status: 400, body: { code: 'charge-off-list' } });
    await desk.assess('tea-money', 2);
    const { rows } = await desk.world.deps.table.query({ index: 'index1', partition: 'FINDINGS#open' });
    expect(rows).toMatchObject([{ rule: 'charge-off-list', about: 'tea-money', caseId: desk.id, department: 'amr' }]);
    expect(await feeFacts(desk.world, desk.id)).toEqual([]);
  });

  test('of an item without a charge list is refused: a licence is free unless the law says otherwise', async () => {
    desk = await openFees([]);
    expect(await desk.assess('survey', 1)).toMatchObject({ status: 400, body: { code: 'charge-off-list' } });
    expect(await desk.fees()).toMatchObject({ status: 'settled', owed: [], bills: [], dueFen: 0 });
  });

  test.each([
    ['half a card', 'card', 0.5, 400, 'quantity-not-whole'],
    ['a million cards', 'card', 1_000_000, 400, 'once-per-case'],
    ['less than nothing', 'survey', -1, 400, 'invalid-input'],
    ['a third decimal', 'survey', 1.005, 400, 'invalid-input'],
  ])('of %s is refused', async (...[, code, quantity, status, problem]) => {
    desk = await openFees([chargeOf(), card]);
    expect(await desk.assess(code, quantity)).toMatchObject({ status, body: { code: problem } });
  });

  test('is made by the acceptance where the list fixes it, once, however often the fact comes', async () => {
    desk = await openFees([card, chargeOf()]);
    await follow(desk.world);
    await follow(cases.intakeOver(desk.world.deps.table));
    expect((await feeFacts(desk.world, desk.id)).map(([type]) => type)).toEqual(['fee-assessed']);
    const body = await desk.fees();
    expect(body.owed).toMatchObject([{ code: 'card', quantity: 1, amountFen: 4000, by: 'service:intake' }]);
    expect(body.timeline).toMatchObject([{ act: 'assess-at-acceptance', office: 'gulou/intake' }]);
  });

  test('waits for an acceptance, and ends with the case', async () => {
    const world = cases.intakeOver(fakeTable());
    desk = feeDesk(world, await submittedCase(world, [chargeOf()]));
    expect(await desk.assess('survey', 1)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
    await desk.world.send(cases.withdraw(desk.id));
    expect(await desk.assess('survey', 1)).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
  });

  test('is no business of another department, nor of the applicant’s own clerk', async () => {
    desk = await openFees([chargeOf()]);
    const own = { ...people.approver, orgs: ['p_company'] };
    expect((await desk.assess('survey', 1, people.otherApprover)).status).toBe(404);
    expect(await desk.assess('survey', 1, own)).toMatchObject({ status: 403, body: { code: 'own-case' } });
    expect((await desk.assess('survey', 1, people.clerk)).status).toBe(403);
  });
});

describe('a revision', () => {
  test('replaces the bill that was not paid', async () => {
    desk = await openFees([chargeOf()]);
    await desk.assess('survey', 10);
    await desk.tell(billFact(desk.id, [1, 1], { state: 'due' }));
    expect(await desk.fees()).toMatchObject({ actions: ['pay'], bills: [{ status: 'due', revision: 1 }] });
    await desk.assess('survey', 8);
    const body = await desk.fees();
    expect(body.bills).toMatchObject([{ status: 'assessed', revision: 2, amountFen: 24_000 }]);
    expect(body.actions).toEqual([]);
  });

  test('of a paid one asks a supplement, or proposes a part to go back', async () => {
    desk = await openFees([chargeOf()]);
    await desk.assess('survey', 10);
    await desk.pay(1, 30_000);
    await desk.assess('survey', 12);
    expect((await desk.fees()).bills).toMatchObject([
      { status: 'paid', paidFen: 30_000 },
      { status: 'assessed', amountFen: 6000 },
    ]);
    await desk.assess('survey', 7);
    const body = await desk.fees();
    expect(body).toMatchObject({ dueFen: 0, heldFen: 21_000, paidFen: 30_000, toRefundFen: 9000, status: 'settled' });
    expect(body.bills).toMatchObject([{ status: 'refund-proposed' }, { status: 'cancelled' }]);
    expect((await feeFacts(desk.world, desk.id)).map(([type]) => type).slice(-2)).toEqual([
      'fee-cancelled',
      'refund-proposed',
    ]);
    await desk.tell(billFact(desk.id, [1, 3], { paidFen: 30_000, refundedFen: 9000 }));
    expect(await desk.fees()).toMatchObject({ refundedFen: 9000, bills: [{ status: 'refunded' }, {}] });
  });

  test('that crosses with the payment of the bill before it settles the difference', async () => {
    desk = await openFees([chargeOf()]);
    await desk.assess('survey', 10);
    await desk.assess('survey', 11);
    await desk.pay(1, 30_000, { revision: 1 });
    const body = await desk.fees();
    expect(body.bills).toMatchObject([{ status: 'paid' }, { status: 'assessed', amountFen: 3000 }]);
  });
});

describe('a payment', () => {
  beforeEach(async () => {
    desk = await openFees([chargeOf()]);
    await desk.assess('survey', 10);
  });

  test('is noted once, however often and late it is told', async () => {
    await desk.tell(paid(1, 30_000), paid(1, 30_000), billFact(desk.id, [1, 1], { state: 'due' }));
    const noted = (await feeFacts(desk.world, desk.id)).filter(([type]) => type === 'payment-noted');
    expect(noted.map(([, data]) => data)).toMatchObject([
      { assessmentId: `${desk.id}.1`, revision: 1, paidFen: 30_000 },
    ]);
    expect(await desk.fees()).toMatchObject({ version: 2, status: 'settled', bills: [{ status: 'paid' }] });
  });

  test('for another set is not this set’s business', async () => {
    expect(await desk.tell({ ...paid(1, 30_000), toDistrict: 'jinan' })).toBe(0);
    expect(await desk.fees()).toMatchObject({ dueFen: 30_000 });
  });

  test('that is not what the bill asks is a fault of payments, and goes to the dead letters', async () => {
    expect(await desk.pay(1, 29_999)).toBe(1);
    expect(await desk.pay(1, 30_000, { revision: 2 })).toBe(1);
    expect(await desk.fees()).toMatchObject({ dueFen: 30_000 });
  });

  test('of an assessment that is not known waits for it', async () => {
    await desk.tell(paid(2, 6000), paid(1, 30_000));
    const { rows } = await desk.world.deps.table.query({ index: 'index3', partition: 'PARKED' });
    expect(rows).toHaveLength(1);
    await desk.assess('survey', 12);
    expect(await desk.fees()).toMatchObject({ status: 'settled', heldFen: 36_000, dueFen: 0 });
    expect((await desk.world.deps.table.query({ index: 'index3', partition: 'PARKED' })).rows).toEqual([]);
  });

  test('of a case that was never charged waits, too', async () => {
    const unknown = '0190a5b2-0000-7000-8000-00000000abcd';
    expect(await desk.tell(billFact(unknown, [1, 2], { paidFen: 1 }))).toBe(0);
    expect((await desk.world.deps.table.query({ index: 'index3', partition: 'PARKED' })).rows).toHaveLength(1);
  });
});
