import { beforeEach, expect, test } from 'vitest';
import { bring, noticeOf, openHouse, type House } from '../../test/support/channels.ts';
import type { openPayments } from '../../test/support/payments.ts';
import type { Spoilt } from '../../localstack/channels/protocol.ts';

let world: ReturnType<typeof openPayments>;
let house: House;
beforeEach(async () => {
  ({ world, house } = await openHouse());
  await world.tick();
});

const line = (code: string, payee: string, amountFen: number) => [
  { code, payee, quantity: 1, amountFen, gate: 'result' as const },
];
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};
const place = (billIds: string[], channel = 'wechat') =>
  world.send('POST', '/payments/orders', { body: { billIds, channel } });
const begin = (id: string, body: object = { way: 'native' }) =>
  world.send('POST', `/payments/orders/${id}/payments/1/begin`, { body });
const show = async (id: string) => (await world.send('GET', `/payments/orders/${id}`)).body;
const accounts = async () =>
  (await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance })).body.accounts;

/** An order that waits for its payer, and what WeChat has of it. */
async function waiting(bills: () => Promise<string[]> = async () => [await world.assess()]) {
  const { body } = await place(await bills());
  const begun = await begin(body.id);
  const [payment] = begun.body.payments;
  return { id: body.id, payment, held: await house.waiting('wechat', payment) };
}
const two = async () => [await world.assess(), await world.assess({ lines: line('exam', 'edu', 6000) })];

test('a notice pays the order, and repeated it changes nothing', async () => {
  const one = await waiting();
  house.till.pay(one.held);
  const notice = await noticeOf(house, one.held);
  expect(await bring(world, 'wechat', notice)).toEqual({ status: 200, body: '' });
  const paid = await show(one.id);
  expect(paid).toMatchObject({ status: 'paid', payments: [{ channelRef: one.held.shares[0]?.ref }] });
  expect(await bring(world, 'wechat', notice)).toEqual({ status: 200, body: '' });
  expect(await bring(world, 'wechat', await noticeOf(house, one.held))).toEqual({ status: 200, body: '' });
  expect(await show(one.id)).toEqual(paid);
  expect(await accounts()).toMatchObject([{ account: 'clearing/wechat/treasury', heldFen: 30_000 }, {}]);
});

test('several merchants are paid by one act, and the notice of all of them is believed as a whole', async () => {
  const one = await waiting(two);
  expect(one.held.shares).toMatchObject([{ merchant: '1900000001', amountFen: 30_000 }, { amountFen: 6000 }]);
  house.till.pay(one.held);
  await bring(world, 'wechat', await noticeOf(house, one.held));
  expect(await show(one.id)).toMatchObject({ status: 'paid', amountFen: 36_000 });
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
  house.till.pay(one.held);
  const notice = await noticeOf(house, one.held, { spoilt: wish.spoilt });
  later(wish.minutes ?? 0);
  const before = await show(one.id);
  const reply = await bring(world, 'wechat', wish.spoil?.(notice) ?? notice);
  expect([reply.status, JSON.parse(reply.body)]).toEqual([400, { code: 'FAIL', message: '失败' }]);
  expect(await show(one.id)).toEqual(before);
  expect(await accounts()).toEqual([]);
});
type Notice = Awaited<ReturnType<typeof noticeOf>>;

test('a notice of another amount is not believed; the channel is asked, and what it says then is nobody’s and goes back', async () => {
  const one = await waiting();
  house.till.pay(one.held, { lessFen: 1 });
  expect((await bring(world, 'wechat', await noticeOf(house, one.held))).status).toBe(400);
  expect(await show(one.id)).toMatchObject({ status: 'open', payments: [{ status: 'to-pay' }] });
  await world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
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
  house.till.pay(one.held);
  const [share] = one.held.shares;
  if (share) share.merchant = merchant;
  expect((await bring(world, 'wechat', await noticeOf(house, one.held))).status).toBe(400);
  expect((await show(one.id)).status).toBe('open');
});

test('a part that another merchant has taken makes the whole notice false', async () => {
  const one = await waiting(two);
  house.till.pay(one.held);
  const [first, second] = one.held.shares;
  if (first && second) [first.merchant, second.merchant] = [second.merchant, first.merchant];
  expect((await bring(world, 'wechat', await noticeOf(house, one.held))).status).toBe(400);
  expect((await show(one.id)).status).toBe('open');
});

test('a notice of a charge that is not ours, or through the door of another channel, is refused', async () => {
  const one = await waiting();
  house.till.pay(one.held);
  const notice = await noticeOf(house, one.held);
  one.held.shares.splice(0, 1, { ...one.held.shares[0]!, number: '0'.repeat(32) });
  expect((await bring(world, 'wechat', await noticeOf(house, one.held))).status).toBe(400);
  expect((await bring(world, 'sandbox', notice)).status).toBe(404);
  expect((await bring(world, 'nobody', notice)).status).toBe(404);
});

test('a notice that comes after the order has run out, or before it was known to be pending, pays what it can', async () => {
  const { body } = await place([await world.assess()]);
  house.fail('lost-reply');
  const begun = await begin(body.id);
  expect(begun.body).toMatchObject({ status: 'confirming', payments: [{ status: 'confirming' }] });
  const held = await house.waiting('wechat', begun.body.payments[0]);
  house.till.pay(held);
  await bring(world, 'wechat', await noticeOf(house, held));
  expect((await show(body.id)).status).toBe('paid');

  const late = await waiting();
  later(31);
  await world.tick();
  await world.settle();
  expect((await show(late.id)).status).toBe('expired');
  house.till.pay(late.held, { late: true });
  expect((await bring(world, 'wechat', await noticeOf(house, late.held))).status).toBe(200);
  expect(await show(late.id)).toMatchObject({ status: 'expired', payments: [{ status: 'returning' }] });
});
