import { beforeEach, expect, test } from 'vitest';
import { openOrdersAt, type ChannelOrders } from '../../test/support/channel-orders.ts';
import { bring, noticeOf, unionpayKeys } from '../../test/support/channels.ts';
import { signedBy, type UnionpayHouse } from '../../localstack/channels/unionpay-house.ts';

let at: ChannelOrders;
beforeEach(async () => {
  at = await openOrdersAt('unionpay', 'page');
});

test.each([
  ['page', 'form'],
  ['wap', 'form'],
  ['qr', 'code'],
])('an order is paid in the way %s, by a %s, and told again it stays as it is', async (way, kind) => {
  const one = await at.waiting(way);
  expect(one.payment.show.kind).toBe(kind);
  const held = await one.open();
  at.house.till.pay(held);
  const notice = await noticeOf(at.house, held);
  expect(await bring(at.world, 'unionpay', notice)).toEqual({ status: 200, body: 'ok' });
  const paid = await at.show(one.id);
  expect(paid).toMatchObject({ status: 'paid', payments: [{ channelRef: held.shares[0]?.ref }] });
  expect(await bring(at.world, 'unionpay', notice)).toEqual({ status: 200, body: 'ok' });
  expect(await at.show(one.id)).toEqual(paid);
});

test('an order that is asked about is known by its number and its time, and paid where UnionPay says so', async () => {
  const one = await at.waiting();
  const ask = () => at.world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
  expect((await ask()).body).toMatchObject({
    status: 'open',
    payments: [{ status: 'to-pay', show: { kind: 'form' } }],
  });
  const held = await one.open();
  at.later(3);
  expect((await ask()).body.status).toBe('open');
  at.house.till.pay(held);
  expect((await ask()).body).toMatchObject({
    status: 'paid',
    payments: [{ paidAt: at.world.clock.now.toISOString() }],
  });
});

test('nothing closes an order but its time: it is asked about until that is over, and then its bill is free', async () => {
  const one = await at.waiting();
  await one.open();
  at.later(31);
  await at.world.tick();
  expect((await at.show(one.id)).status).toBe('expired');
  await at.world.settle();
  const bill = await at.world.send('GET', `/payments/bills/${(await at.show(one.id)).billIds[0]}`);
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
  const one = await at.waiting();
  const held = await one.open();
  at.house.till.pay(held);
  const fields = Object.fromEntries(new URLSearchParams((await noticeOf(at.house, held)).body));
  const { signature, signPubKeyCert, ...rest } = fields;
  const keys = await unionpayKeys();
  const signed = signedBy({ ...rest, ...told.change }, keys[told.by ?? 'signer']);
  const body = new URLSearchParams(signed).toString();
  const reply = await bring(at.world, 'unionpay', { headers: {}, body });
  const expected = told.answer ? ['ok', 'paid'] : ['fail', 'open'];
  expect([reply.body, (await at.show(one.id)).status]).toEqual(expected);
});

test.each(['', 'x', 'respCode=00&orderId=1', '{}'])('%j is no notice', async (body) => {
  expect(await bring(at.world, 'unionpay', { headers: {}, body })).toEqual({ status: 400, body: 'fail' });
});
