import { beforeEach, expect, test } from 'vitest';
import { openOrdersAt, type ChannelOrders } from '../../test/support/channel-orders.ts';
import { alipayKeys, bring, noticeOf } from '../../test/support/channels.ts';
import { signedNotice } from '../../localstack/channels/alipay-house.ts';

let at: ChannelOrders;
beforeEach(async () => {
  at = await openOrdersAt('alipay', 'page');
});

test.each(['page', 'wap', 'precreate'])(
  'an order is paid in the way %s, and Alipay is told so in its own form',
  async (way) => {
    const one = await at.waiting(way);
    const held = await one.open();
    at.house.till.pay(held);
    const notice = await noticeOf(at.house, held);
    expect(await bring(at.world, 'alipay', notice)).toEqual({ status: 200, body: 'success' });
    const paid = await at.show(one.id);
    expect(paid).toMatchObject({ status: 'paid', payments: [{ channelRef: held.shares[0]?.ref }] });
    expect(await bring(at.world, 'alipay', notice)).toEqual({ status: 200, body: 'success' });
    expect(await at.show(one.id)).toEqual(paid);
  },
);

test('a page that nobody has opened is waited for until its time is over, and then its bill is free', async () => {
  const one = await at.waiting();
  at.later(6);
  await at.world.tick();
  expect(await at.show(one.id)).toMatchObject({
    status: 'open',
    payments: [{ status: 'to-pay', show: { kind: 'page' } }],
  });
  at.later(25);
  await at.world.tick();
  expect((await at.show(one.id)).status).toBe('expired');
  const { url } = one.payment.show;
  const late = await at.house
    .protocolOf('alipay')
    .answer({ method: 'GET', url: new URL(url), headers: {}, body: '' }, undefined);
  expect(late.body).toContain('已关闭');
});

const plain = (fields: Record<string, string>) => fields;
test.each<[string, (fields: Record<string, string>) => Record<string, string>, string]>([
  ['as it is', plain, 'success'],
  ['tried again after a day', (one) => ({ ...one, notify_time: '2026-08-02 09:00:00' }), 'success'],
  ['of the day before yesterday', (one) => ({ ...one, notify_time: '2026-08-01 09:00:00' }), 'fail'],
  ['of tomorrow', (one) => ({ ...one, notify_time: '2026-08-04 09:00:00' }), 'fail'],
  ['of another amount', (one) => ({ ...one, total_amount: '300.01' }), 'fail'],
  ['of an amount that is none', (one) => ({ ...one, total_amount: '300.001' }), 'fail'],
  ['for another seller', (one) => ({ ...one, seller_id: '2088000000000002' }), 'fail'],
  ['of another application', (one) => ({ ...one, app_id: '2021999999999999' }), 'fail'],
  ['of another trade', (one) => ({ ...one, out_trade_no: '0'.repeat(32) }), 'fail'],
])('a notice that Alipay has signed, %s, is held against what was asked for', async (_, change, answer) => {
  const one = await at.waiting();
  const held = await one.open();
  at.house.till.pay(held);
  const fields = Object.fromEntries(new URLSearchParams((await noticeOf(at.house, held)).body));
  const { sign, sign_type, ...rest } = fields;
  const body = signedNotice(change(rest), await alipayKeys(), undefined);
  const reply = await bring(at.world, 'alipay', { headers: {}, body });
  expect([reply.body, (await at.show(one.id)).status]).toEqual([answer, answer === 'success' ? 'paid' : 'open']);
});

test.each(['forged', 'changed', 'empty'])('a notice that is %s is refused, and changes nothing', async (how) => {
  const one = await at.waiting();
  const held = await one.open();
  at.house.till.pay(held);
  const { body } = await noticeOf(at.house, held, how === 'forged' ? { spoilt: 'forged' } : {});
  const changed = { forged: body, changed: body.replace('TRADE_SUCCESS', 'TRADE_FINISHED'), empty: '' }[how] ?? '';
  expect(await bring(at.world, 'alipay', { headers: {}, body: changed })).toEqual({ status: 400, body: 'fail' });
  expect((await at.show(one.id)).status).toBe('open');
});

test('a trade that was closed since it was given back whole was paid all the same', async () => {
  const one = await at.waiting();
  const held = await one.open();
  at.house.till.pay(held);
  const [share] = held.shares;
  at.house.till.refund(held, { number: 'r', share: share!, amountFen: 30_000, noticeUrl: '', said: {} });
  await at.world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
  expect((await at.show(one.id)).status).toBe('paid');
});

test('Alipay combines no merchants: the reply says how many payments follow', async () => {
  const line = { code: 'exam', payee: 'edu', quantity: 1, amountFen: 6000, gate: 'result' as const };
  const billIds = [await at.world.assess(), await at.world.assess({ lines: [line] })];
  const placed = await at.world.send('POST', '/payments/orders', { body: { billIds, channel: 'alipay' } });
  expect(placed.body).toMatchObject({ payments: 2, amountFen: 36_000 });
});
