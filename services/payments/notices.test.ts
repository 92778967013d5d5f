import { beforeEach, expect, test } from 'vitest';
import { openOrdersAt, type ChannelOrders } from '../../test/support/channel-orders.ts';
import { bring, noticeOf } from '../../test/support/channels.ts';
import type { Spoilt } from '../../localstack/channels/protocol.ts';

let at: ChannelOrders;
beforeEach(async () => {
  at = await openOrdersAt('wechat', 'native');
});

const line = (code: string, payee: string, amountFen: number) => [
  { code, payee, quantity: 1, amountFen, gate: 'result' as const },
];
const place = (billIds: string[], channel = 'wechat') =>
  at.world.send('POST', '/payments/orders', { body: { billIds, channel } });
const begin = (id: string, body: object = { way: 'native' }) =>
  at.world.send('POST', `/payments/orders/${id}/payments/1/begin`, { body });
const accounts = async () =>
  (await at.world.send('GET', '/payments/reports/trial-balance', { actor: at.world.finance })).body.accounts;

/** An order that waits for its payer, and what WeChat has of it. */
async function waiting(bills?: () => Promise<string[]>) {
  const one = await at.waiting('native', bills);
  return { ...one, held: await one.open() };
}
const two = async () => [await at.world.assess(), await at.world.assess({ lines: line('exam', 'edu', 6000) })];

test('a notice pays the order, and repeated it changes nothing', async () => {
  const one = await waiting();
  at.house.till.pay(one.held);
  const notice = await noticeOf(at.house, one.held);
  expect(await bring(at.world, 'wechat', notice)).toEqual({ status: 200, body: '' });
  const paid = await at.show(one.id);
  expect(paid).toMatchObject({ status: 'paid', payments: [{ channelRef: one.held.shares[0]?.ref }] });
  expect(await bring(at.world, 'wechat', notice)).toEqual({ status: 200, body: '' });
  expect(await bring(at.world, 'wechat', await noticeOf(at.house, one.held))).toEqual({ status: 200, body: '' });
  expect(await at.show(one.id)).toEqual(paid);
  expect(await accounts()).toMatchObject([{ account: 'clearing/wechat/treasury', heldFen: 30_000 }, {}]);
});

test('several merchants are paid by one act, and the notice of all of them is believed as a whole', async () => {
  const one = await waiting(two);
  expect(one.held.shares).toMatchObject([{ merchant: '1900000001', amountFen: 30_000 }, { amountFen: 6000 }]);
  at.house.till.pay(one.held);
  await bring(at.world, 'wechat', await noticeOf(at.house, one.held));
  expect(await at.show(one.id)).toMatchObject({ status: 'paid', amountFen: 36_000 });
  expect((await accounts()).map(({ account }: { account: string }) => account)).toEqual([
    'clearing/wechat/fiscal',
    'clearing/wechat/treasury',
    'payee/edu/fiscal-account',
    'payee/urban/treasury',
  ]);
});

test.each<[string, { spoilt?: Spoilt; minutes?: number; spoil?: (notice: Notice) => Notice; channel?: string }]>([
  ['that another has signed', { spoilt: 'forged' }],
  ['that is a probe', { spoilt: 'probe' }],
  ['that is five minutes old', { minutes: 5 }],
  ['that was changed on the way', { spoil: ({ body, ...rest }) => ({ ...rest, body: body.replace('通知', '通告') }) }],
  ['that is not signed at all', { spoil: ({ body }) => ({ headers: {}, body }) }],
  ['that is no JSON', { spoil: ({ headers }) => ({ headers, body: 'out_trade_no=1' }) }],
])('a notice %s is refused in the channel’s own form, and changes nothing', async (_, wish) => {
  const one = await waiting();
  at.house.till.pay(one.held);
  const notice = await noticeOf(at.house, one.held, { spoilt: wish.spoilt });
  at.later(wish.minutes ?? 0);
  const before = await at.show(one.id);
  const reply = await bring(at.world, 'wechat', wish.spoil?.(notice) ?? notice);
  expect([reply.status, JSON.parse(reply.body)]).toEqual([400, { code: 'FAIL', message: '失败' }]);
  expect(await at.show(one.id)).toEqual(before);
  expect(await accounts()).toEqual([]);
});
type Notice = Awaited<ReturnType<typeof noticeOf>>;

test('a notice of another amount is not believed; the channel is asked, and what it says then is nobody’s and goes back', async () => {
  const one = await waiting();
  at.house.till.pay(one.held, { lessFen: 1 });
  expect((await bring(at.world, 'wechat', await noticeOf(at.house, one.held))).status).toBe(400);
  expect(await at.show(one.id)).toMatchObject({ status: 'open', payments: [{ status: 'to-pay' }] });
  await at.world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
  expect(await accounts()).toEqual([
    expect.objectContaining({ account: 'clearing/wechat/treasury', heldFen: 29_999 }),
    expect.objectContaining({ account: 'refunds/wechat/treasury', heldFen: 29_999 }),
    expect.objectContaining({ account: 'suspense/wechat/treasury', heldFen: 0 }),
  ]);
});

test.each([
  ['of another merchant of ours', '1900000002'],
  ['of a merchant that nobody knows', '1999999999'],
])('a notice %s is not believed', async (_, merchant) => {
  const one = await waiting();
  at.house.till.pay(one.held);
  const [share] = one.held.shares;
  if (share) share.merchant = merchant;
  expect((await bring(at.world, 'wechat', await noticeOf(at.house, one.held))).status).toBe(400);
  expect((await at.show(one.id)).status).toBe('open');
});

test('a part that another merchant has taken makes the whole notice false', async () => {
  const one = await waiting(two);
  at.house.till.pay(one.held);
  const [first, second] = one.held.shares;
  if (first && second) [first.merchant, second.merchant] = [second.merchant, first.merchant];
  expect((await bring(at.world, 'wechat', await noticeOf(at.house, one.held))).status).toBe(400);
  expect((await at.show(one.id)).status).toBe('open');
});

test('a notice of a charge that is not ours, or through the door of another channel, is refused', async () => {
  const one = await waiting();
  at.house.till.pay(one.held);
  const notice = await noticeOf(at.house, one.held);
  one.held.shares.splice(0, 1, { ...one.held.shares[0]!, number: '0'.repeat(32) });
  expect((await bring(at.world, 'wechat', await noticeOf(at.house, one.held))).status).toBe(400);
  expect((await bring(at.world, 'sandbox', notice)).status).toBe(404);
  expect((await bring(at.world, 'nobody', notice)).status).toBe(404);
});

test('a notice that comes after the order has run out, or before it was known to be pending, pays what it can', async () => {
  const { body } = await place([await at.world.assess()]);
  at.house.fail('lost-reply');
  const begun = await begin(body.id);
  expect(begun.body).toMatchObject({ status: 'confirming', payments: [{ status: 'confirming' }] });
  const held = await at.house.waiting('wechat', begun.body.payments[0]);
  at.house.till.pay(held);
  await bring(at.world, 'wechat', await noticeOf(at.house, held));
  expect((await at.show(body.id)).status).toBe('paid');

  const late = await waiting();
  at.later(31);
  await at.world.tick();
  await at.world.settle();
  expect((await at.show(late.id)).status).toBe('expired');
  at.house.till.pay(late.held, { late: true });
  expect((await bring(at.world, 'wechat', await noticeOf(at.house, late.held))).status).toBe(200);
  expect(await at.show(late.id)).toMatchObject({ status: 'expired', payments: [{ status: 'returning' }] });
});
