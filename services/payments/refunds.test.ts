import { beforeEach, expect, test } from 'vitest';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { RefundProposedV1 } from '#events/intake/refund-proposed.v1';
import { envelopeOf, openPayments } from '../../test/support/payments.ts';
import { account, refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let back: ReturnType<typeof refunding>;
beforeEach(async () => {
  world = openPayments();
  back = refunding(world);
  await world.openCharges();
  await world.tick();
});

const line = (code: string, payee: string, amountFen: number) => ({
  code,
  payee,
  quantity: 1,
  amountFen,
  gate: 'result' as const,
});
const road = (amountFen: number) => ({ code: 'road-repair', amountFen });
const bill = async (id: string) => (await world.send('GET', `/payments/bills/${id}`)).body;
const refund = async (id: string) =>
  (await world.send('GET', `/payments/refunds/${id}`, { actor: world.finance })).body;
const held = async () => {
  const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
  const accounts = body.accounts.map(({ account: name, heldFen }: { account: string; heldFen: number }) => [
    name,
    heldFen,
  ]);
  return Object.fromEntries([...accounts, ['difference', body.differenceFen]]);
};
const propose = (billId: string, refundableFen: number, ...lines: object[]) =>
  world.send('POST', `/payments/bills/${billId}/refunds`, {
    actor: world.finance,
    body: { lines, refundableFen, reason: '多缴' },
  });
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};

test('part of a fee line goes back when another person has approved it, and the bill and its set hear of it', async () => {
  const id = await world.assess();
  await back.paid(id);
  const [made = ''] = await back.proposed(id, 30_000, road(10_000));
  expect(await refund(made)).toMatchObject({ status: 'proposed', amountFen: 10_000, actions: ['approve', 'reject'] });
  expect(await held()).toMatchObject({ 'payee/urban/treasury': 30_000 });

  await back.act(made, 'approve', [world.checker]);
  expect(await held()).toMatchObject({ 'payee/urban/treasury': 20_000, 'refunds/sandbox/treasury': 10_000 });
  later(1);
  await world.tick();
  await world.settle();
  expect(await refund(made)).toMatchObject({ status: 'done', actions: [] });
  expect(await held()).toEqual({
    'clearing/sandbox/treasury': 20_000,
    'payee/urban/treasury': 20_000,
    'refunds/sandbox/treasury': 0,
    difference: 0,
  });
  expect(await bill(id)).toMatchObject({ status: 'partly-refunded', refundedFen: 10_000 });
  const own = await world.send('GET', `/payments/bills/${id}/refunds`);
  expect(own.body.items).toMatchObject([{ id: made, status: 'done', amountFen: 10_000 }]);
  expect(own.body.items[0]).not.toHaveProperty('proposedBy');
  expect(world.facts(BillChangedV1.type).at(-1)?.data).toMatchObject({
    state: 'paid',
    paidFen: 30_000,
    refundedFen: 10_000,
  });

  const [rest = ''] = await back.proposed(id, 20_000, road(20_000));
  await back.act(rest, 'approve', [world.checker]);
  later(1);
  await world.tick();
  await world.settle();
  expect(await bill(id)).toMatchObject({ status: 'refunded', refundedFen: 30_000 });
  expect(world.facts(BillChangedV1.type).at(-1)?.data).toMatchObject({ state: 'refunded', refundedFen: 30_000 });
});

test('never is more promised than was paid: not by two at once, not by one who believes in another amount', async () => {
  const id = await world.assess();
  expect((await propose(id, 30_000, road(1))).body.code).toBe('bill-not-paid');
  await back.paid(id);
  const both = await Promise.all([propose(id, 30_000, road(20_000)), propose(id, 30_000, road(20_000))]);
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([201, 409]);
  expect((await propose(id, 30_000, road(5000))).body.code).toBe('refundable-differs');
  const over = await propose(id, 10_000, road(10_001));
  expect([over.status, over.body.code, over.body.errors[0].pointer]).toEqual([
    409,
    'refund-over',
    '/lines/0/amountFen',
  ]);
  expect((await propose(id, 10_000, { code: 'exam', amountFen: 1 })).body.code).toBe('refund-over');

  const won = both.find(({ status }) => status === 201);
  const made = won?.body.items[0].id;
  await back.act(made, 'reject', [world.checker, { reason: '已核对' }]);
  expect((await propose(id, 30_000, road(30_000))).status).toBe(201);
});

test('nobody approves what he has proposed', async () => {
  const id = await world.assess();
  await back.paid(id);
  const [made = ''] = await back.proposed(id, 30_000, road(100));
  const proposer = { ...world.checker, partyId: world.finance.partyId };
  for (const [name, body] of [
    ['approve', {}],
    ['reject', { reason: '不退' }],
  ] as const) {
    const reply = await world.send('POST', `/payments/refunds/${made}/${name}`, { actor: proposer, body });
    expect([reply.status, reply.body.code]).toEqual([403, 'own-refund']);
  }
});

test('of a bill whose merchants are several, each gives its own share back', async () => {
  const id = await world.assess({ lines: [line('road-repair', 'urban', 30_000), line('exam', 'edu', 9000)] });
  await back.paid(id);
  const made = await back.proposed(id, 39_000, road(1000), { code: 'exam', amountFen: 500 });
  const found = await Promise.all(made.map((one) => refund(one)));
  expect(new Map(found.map(({ merchant, amountFen }) => [merchant, amountFen]))).toEqual(
    new Map([
      ['fiscal', 500],
      ['treasury', 1000],
    ]),
  );
});

test('what the channel cannot give back any more goes to the payer’s own account, which another person has looked at', async () => {
  const id = await world.assess();
  await back.paid(id);
  const [made = ''] = await back.proposed(id, 30_000, road(4000));
  await back.stuck(made);
  expect(await refund(made)).toMatchObject({ status: 'stuck', stuckBy: 'too-late', actions: ['redirect'] });
  await back.redirected(made);
  expect(await refund(made)).toMatchObject({ status: 'redirected', account });
  await back.act(made, 'approve', [world.checker]);
  // The bank sends it back once: another account, again by two.
  await back.act(made, 'send-back', [world.finance]);
  await back.redirected(made);
  await back.act(made, 'approve', [world.checker]);
  await back.act(made, 'pay-out', [world.finance, { slip: '20270801-7' }]);
  await world.settle();
  expect(await refund(made)).toMatchObject({ status: 'done', proof: '20270801-7' });
  expect(await bill(id)).toMatchObject({ status: 'partly-refunded', refundedFen: 4000 });
  expect(await held()).toMatchObject({ 'bank/treasury': -4000, 'clearing/sandbox/treasury': 30_000, difference: 0 });
});

test('what intake proposes is proposed to finance once, however often it is told', async () => {
  const assessmentId = 'a.1';
  const caseId = crypto.randomUUID();
  const billId = await world.assess({ assessmentId, caseId });
  await back.paid(billId);
  const lines = [{ code: 'road-repair', payee: 'urban', amountFen: 30_000 }];
  const data = { assessmentId, n: 1, billId, caseId, lines, reasonCode: 'case-ended' };
  await world.hear(envelopeOf(RefundProposedV1, data, world.clock.now));
  await world.hear(envelopeOf(RefundProposedV1, data, world.clock.now));
  const list = await world.send('GET', '/payments/refunds', { actor: world.checker, query: { status: 'proposed' } });
  expect(list.body.items).toMatchObject([
    { billId, amountFen: 30_000, proposedBy: 'service:intake', reason: 'case-ended' },
  ]);
});
