import { beforeEach, expect, test } from 'vitest';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let billId: string;
let asked: Record<string, unknown>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  billId = await world.assess();
  const { paymentCode } = (await world.send('GET', `/payments/bills/${billId}`)).body;
  const paidAt = new Date(world.clock.now.getTime() - 3_600_000).toISOString();
  asked = { paymentCode, amountFen: 30_000, paidAt, bank: '示例银行', slip: 'B-1' };
});
const enter = (change: object = {}) =>
  world.send('POST', '/payments/paid-elsewhere', { body: { ...asked, ...change }, actor: world.finance });
const decide = (id: string, name: string, actor = world.checker) =>
  world.send('POST', `/payments/paid-elsewhere/${id}/${name}`, { body: {}, actor });
const booked = async (change: object = {}) => {
  const reply = await decide((await enter(change)).body.id, 'approve');
  await world.settle();
  return reply;
};
const status = async () => (await world.send('GET', `/payments/bills/${billId}`)).body.status;
const held = async () => {
  const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
  expect(body.differenceFen).toBe(0);
  const accounts = body.accounts.map((one: { account: string; heldFen: number }) => [one.account, one.heldFen]);
  return Object.fromEntries(accounts);
};

test('what a bank took by the code on a bill makes it paid, once another person has looked at the slip', async () => {
  const { status: entered, body } = await enter();
  expect([entered, body]).toMatchObject([201, { status: 'proposed', billId, actions: ['approve', 'reject'] }]);
  expect(await status()).toBe('due');
  const list = await world.send('GET', '/payments/paid-elsewhere', { actor: world.checker });
  expect(list.body.items).toMatchObject([{ id: body.id }]);
  expect((await decide(body.id, 'approve')).body).toMatchObject({ status: 'booked', pays: true, actions: [] });
  await world.settle();
  const bill = (await world.send('GET', `/payments/bills/${billId}`)).body;
  expect(bill).toMatchObject({ status: 'paid', paidAt: asked['paidAt'], actions: [] });
  expect((await world.send('GET', `/payments/orders/${bill.orderId}`)).body).toMatchObject({
    status: 'paid',
    channel: 'elsewhere',
  });
  expect(await held()).toEqual({ 'clearing/elsewhere/treasury': 30_000, 'payee/urban/treasury': 30_000 });
});

test('a code that no bill has, a mistyped one and a day to come are named by their places', async () => {
  const wrong = `${String(asked['paymentCode']).slice(0, -1)}${(Number(String(asked['paymentCode']).at(-1)) + 1) % 10}`;
  for (const change of [{ paymentCode: wrong }, { paymentCode: '00000000000000000001' }]) {
    expect((await enter(change)).body.errors).toMatchObject([
      { pointer: '/paymentCode', code: 'payment-code-unknown' },
    ]);
  }
  const { body } = await enter({ paidAt: new Date(world.clock.now.getTime() + 1000).toISOString() });
  expect(body.errors).toMatchObject([{ pointer: '/paidAt', code: 'paid-in-future' }]);
});

test('a slip is booked once, and decided once', async () => {
  const twice = await enter();
  const first = await booked();
  expect(first.body.pays).toBe(true);
  expect((await decide(twice.body.id, 'approve')).body.code).toBe('slip-known');
  expect((await decide(twice.body.id, 'reject')).body).toMatchObject({ status: 'rejected' });
  expect((await decide(first.body.id, 'reject')).body.code).toBe('elsewhere-moved');
  expect((await enter()).body.code).toBe('slip-known');
  expect(await held()).toMatchObject({ 'payee/urban/treasury': 30_000 });
});

test('of a bill that is paid, or held by an order, or asks another amount, the money is nobody’s and goes back to an account', async () => {
  await booked({ amountFen: 29_999, slip: 'less' });
  expect(await status()).toBe('due');
  await world.send('POST', '/payments/orders', { body: { billIds: [billId], channel: 'sandbox' } });
  expect((await booked({ slip: 'held' })).body).toMatchObject({ status: 'booked', pays: false });
  expect(await status()).toBe('paying');
  world.clock.now = new Date(world.clock.now.getTime() + 31 * 60_000);
  await world.tick();
  await world.settle();
  await refunding(world).paid(billId);
  const last = await booked({ slip: 'paid' });
  expect([await status(), last.body.pays]).toEqual(['paid', false]);
  world.clock.now = new Date(world.clock.now.getTime() + 2 * 60_000);
  await world.tick();
  const owed = 29_999 + 30_000 + 30_000;
  expect(await held()).toMatchObject({
    'suspense/elsewhere/treasury': 0,
    'refunds/elsewhere/treasury': owed,
    'payee/urban/treasury': 30_000,
  });
  const refunds = await world.send('GET', `/payments/orders/${last.body.orderId}/refunds`);
  const [refund] = refunds.body.items;
  expect(refund).toMatchObject({ status: 'stuck', amountFen: 30_000, channel: 'elsewhere' });
  const back = refunding(world);
  await back.redirected(refund.id);
  await back.act(refund.id, 'approve', [world.checker]);
  await back.act(refund.id, 'pay-out', [world.finance, { slip: 'out-1' }]);
  expect(await held()).toMatchObject({ 'refunds/elsewhere/treasury': owed - 30_000 });
});

test('who entered it does not book it', async () => {
  const both = { ...world.checker, partyId: world.finance.partyId };
  const { body } = await enter();
  expect((await decide(body.id, 'approve', both)).body.code).toBe('own-elsewhere');
});
