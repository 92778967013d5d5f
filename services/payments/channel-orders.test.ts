import { beforeEach, expect, test } from 'vitest';
import { openHouse, type House } from '../../test/support/channels.ts';
import type { openPayments } from '../../test/support/payments.ts';

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

test('a lost answer is asked about again, the payer is shown the same charge, and is charged once', async () => {
  const { body } = await place([await world.assess()]);
  house.fail('lost-reply');
  const first = (await begin(body.id)).body.payments[0];
  later(2);
  await world.tick();
  expect((await show(body.id)).payments).toMatchObject([{ status: 'to-pay', number: first.number }]);
  const again = (await begin(body.id)).body.payments[0];
  expect(again).toMatchObject({ number: first.number, show: { kind: 'code' } });
});

test.each(['lost-request', 'lost-reply', 'forged', 'cut'] as const)(
  'an answer that is %s is no answer: nothing is concluded from it',
  async (fate) => {
    const one = await waiting();
    house.till.pay(one.held);
    house.fail(fate);
    const reply = await world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
    expect([reply.status, reply.body.status]).toEqual([200, 'confirming']);
    expect(await accounts()).toEqual([]);
    later(2);
    await world.tick();
    expect((await show(one.id)).status).toBe('paid');
  },
);

test('a payer who asks again and again does not put off when a silent channel is asked in its turn', async () => {
  const one = await waiting();
  house.till.pay(one.held);
  for (let n = 0; n < 40; n += 1) {
    house.fail('lost-request');
    await world.send('POST', `/payments/orders/${one.id}/ask`, { body: {} });
  }
  later(2);
  await world.tick();
  expect((await show(one.id)).status).toBe('paid');
});

test('an order that has run out is closed at the channel before its bills are free', async () => {
  const one = await waiting(two);
  later(31);
  await world.tick();
  expect(house.asked.slice(-2).map(({ method, path }) => [method, path.split('/').at(-1)])).toEqual([
    ['POST', 'close'],
    ['GET', one.held.number],
  ]);
  expect((await show(one.id)).status).toBe('expired');
});

/** What a payer is shown who pays in this way. */
async function shown(body: object) {
  const placed = await place([await world.assess()]);
  return (await begin(placed.body.id, body)).body;
}

test('each way shows the payer what he goes on with; one that needs his id says so first', async () => {
  expect((await shown({ way: 'native' })).payments[0].show.kind).toBe('code');
  expect((await shown({ way: 'h5' })).payments[0].show.kind).toBe('page');
  expect((await shown({ way: 'jsapi' })).code).toBe('payer-at-channel-missing');
  const call = (await shown({ way: 'jsapi', payerAtChannel: 'openid-1' })).payments[0].show;
  expect(call).toMatchObject({ kind: 'call', parameters: { signType: 'RSA', package: /^prepay_id=/ } });
});

test('a channel without keys, or without the merchant of a bill, is not offered', async () => {
  const bill = await world.assess({ lines: line('connection', 'water', 500) });
  expect(await place([bill])).toMatchObject({ status: 409, body: { code: 'channel-not-ready' } });
  house.state.hasKeys = false;
  expect(await place([await world.assess()])).toMatchObject({ status: 409, body: { code: 'channel-not-ready' } });
  expect(await place([await world.assess()], 'alipays')).toMatchObject({
    status: 400,
    body: { code: 'channel-unknown' },
  });
});
