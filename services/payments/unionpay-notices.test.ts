import { beforeEach, expect, test } from 'vitest';
import { bring, noticeOf, openHouse, unionpayKeys, type House } from '../../test/support/channels.ts';
import type { openPayments } from '../../test/support/payments.ts';
import { signedBy, type UnionpayHouse } from '../../localstack/channels/unionpay-house.ts';

let world: ReturnType<typeof openPayments>;
let house: House;
beforeEach(async () => {
  ({ world, house } = await openHouse());
  await world.tick();
});

const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};
const show = async (id: string) => (await world.send('GET', `/payments/orders/${id}`)).body;

/** An order that waits for its payer at UnionPay. */
async function waiting(way = 'page') {
  const wish = { body: { billIds: [await world.assess()], channel: 'unionpay' } };
  const { id } = (await world.send('POST', '/payments/orders', wish)).body;
  const begun = await world.send('POST', `/payments/orders/${id}/payments/1/begin`, { body: { way } });
  const [payment] = begun.body.payments;
  return { id, payment, open: () => house.waiting('unionpay', payment) };
}

test.each([
  ['page', 'form'],
  ['wap', 'form'],
  ['qr', 'code'],
])('an order is paid in the way %s, by a %s, and told again it stays as it is', async (way, kind) => {
  const one = await waiting(way);
  expect(one.payment.show.kind).toBe(kind);
  const held = await one.open();
  house.till.pay(held);
  const notice = await noticeOf(house, held);
  expect(await bring(world, 'unionpay', notice)).toEqual({ status: 200, body: 'ok' });
  const paid = await show(one.id);
  expect(paid).toMatchObject({ status: 'paid', payments: [{ channelRef: held.shares[0]?.ref }] });
  expect(await bring(world, 'unionpay', notice)).toEqual({ status: 200, body: 'ok' });
  expect(await show(one.id)).toEqual(paid);
});

test('an order that is asked about is known by its number and its time, and paid where UnionPay says so', async () => {
  const one = await waiting();
  const ask = () => world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
  expect((await ask()).body).toMatchObject({
    status: 'open',
    payments: [{ status: 'to-pay', show: { kind: 'form' } }],
  });
  const held = await one.open();
  later(3);
  expect((await ask()).body.status).toBe('open');
  house.till.pay(held);
  expect((await ask()).body).toMatchObject({ status: 'paid', payments: [{ paidAt: world.clock.now.toISOString() }] });
});

test('nothing closes an order but its time: it is asked about until that is over, and then its bill is free', async () => {
  const one = await waiting();
  await one.open();
  later(31);
  await world.tick();
  expect((await show(one.id)).status).toBe('expired');
  await world.settle();
  const bill = await world.send('GET', `/payments/bills/${(await show(one.id)).billIds[0]}`);
  expect(bill.body.status).toBe('due');
});

interface Told {
  change?: Record<string, string>;
  by?: keyof Pick<UnionpayHouse, 'signer' | 'neighbour' | 'stranger'>;
  answer?: 'ok';
}
test.each<[string, Told]>([
  ['as it is', { answer: 'ok' }],
  ['by somebody else with a certificate', { by: 'neighbour' }],
  ['by who vouches for himself', { by: 'stranger' }],
  ['of another amount', { change: { txnAmt: '30001' } }],
  ['in another currency', { change: { currencyCode: '840' } }],
  ['for another merchant of ours', { change: { merId: '898350100000002' } }],
  ['for a merchant of others', { change: { merId: '898350999999999' } }],
  ['of an order that is not ours', { change: { orderId: '0'.repeat(32) } }],
  ['of last month', { change: { txnTime: '20260703090000' } }],
])('a notice that is signed, %s, is held against what was asked for', async (_, told) => {
  const one = await waiting();
  const held = await one.open();
  house.till.pay(held);
  const fields = Object.fromEntries(new URLSearchParams((await noticeOf(house, held)).body));
  const { signature, signPubKeyCert, ...rest } = fields;
  const keys = await unionpayKeys();
  const signed = signedBy({ ...rest, ...told.change }, keys[told.by ?? 'signer']);
  const body = new URLSearchParams(signed).toString();
  const reply = await bring(world, 'unionpay', { headers: {}, body });
  const expected = told.answer ? ['ok', 'paid'] : ['fail', 'open'];
  expect([reply.body, (await show(one.id)).status]).toEqual(expected);
});

test.each(['', 'x', 'respCode=00&orderId=1', '{}'])('%j is no notice', async (body) => {
  expect(await bring(world, 'unionpay', { headers: {}, body })).toEqual({ status: 400, body: 'fail' });
});
