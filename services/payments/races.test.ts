import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';
import { openTill } from './till.fake.ts';

// Each of two acts has read what the other is about to change: only the conditions of their writes can tell.
let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
});

const order = (billIds: string[]) => world.send('POST', '/payments/orders', { body: { billIds, channel: 'sandbox' } });
const codes = (replies: readonly { status: number; body: { code?: string } }[]) =>
  replies.map(({ status, body }) => body.code ?? String(status)).toSorted();
const entries = async (id: string) =>
  (await world.send('GET', `/payments/orders/${id}/entries`, { actor: world.finance })).body.items;

test('of orders that are placed at once over the same bill one has it (I6)', async () => {
  const [both, other] = [await world.assess(), await world.assess()];
  const replies = await Promise.all([order([both, other]), order([both]), order([other, both])]);
  expect(codes(replies)).toEqual(['201', 'bill-not-payable', 'bill-not-payable']);
});

test('of an order and a counter payment at once one has the bill (I6)', async () => {
  const cashier = staffActor('cashier', { district: 'gulou' }, 'the cashier');
  const opened = await world.send('POST', '/payments/shifts', {
    body: { hall: 'h-01', window: '12', floatFen: 0 },
    actor: cashier,
  });
  const id = await world.assess();
  const body = { billIds: [id], way: 'cash' };
  const take = () => world.send('POST', `/payments/shifts/${opened.body.id}/payments`, { body, actor: cashier });
  expect(codes(await Promise.all([take(), order([id]), take()]))).toEqual([
    '201',
    'bill-not-payable',
    'bill-not-payable',
  ]);
});

test('a payment that is begun twice at once is one charge (I14)', async () => {
  const { body } = await order([await world.assess()]);
  const begin = () => world.send('POST', `/payments/orders/${body.id}/payments/1/begin`, { body: { way: 'page' } });
  const replies = await Promise.all([begin(), begin(), begin()]);
  expect(new Set(replies.map((one) => one.body.payments[0].number)).size).toBe(1);
  const kept = await world.deps.orders.load(body.id);
  expect(kept?.payments.map(({ attempts }) => attempts.length)).toEqual([1]);
});

test('what is told twice at once is booked once (I4)', async () => {
  const { body } = await order([await world.assess()]);
  const begun = await world.send('POST', `/payments/orders/${body.id}/payments/1/begin`, { body: { way: 'page' } });
  const { url } = begun.body.payments[0].show;
  await Promise.all([1, 2, 3].map(() => world.send('POST', url, { body: {} })));
  expect(await entries(body.id)).toMatchObject([{ kind: 'capture' }]);
});

test('of refunds that are proposed at once over the same money one is (I5)', async () => {
  const id = await world.assess();
  await refunding(world).paid(id);
  const lines = [{ code: 'road-repair', amountFen: 20_000 }];
  const propose = () =>
    world.send('POST', `/payments/bills/${id}/refunds`, {
      body: { lines, refundableFen: 30_000, reason: '实际修复面积较小' },
      actor: world.finance,
    });
  expect(codes(await Promise.all([propose(), propose(), propose()]))).toEqual(['201', 'refund-over', 'refund-over']);
});

test('a charge that was closed and is paid after all, once another has paid, is nobody’s while the order goes on', async () => {
  const { world: shop, till, believe } = await openTill(1);
  const line = { code: 'exam', payee: 'edu', quantity: 1, amountFen: 9000, gate: 'result' as const };
  const billIds = [await shop.assess(), await shop.assess({ lines: [line] })];
  const { body } = await shop.send('POST', '/payments/orders', { body: { billIds, channel: 'fake' } });
  const path = `/payments/orders/${body.id}`;
  const begin = async (): Promise<string> =>
    (await shop.send('POST', `${path}/payments/1/begin`, { body: { way: 'page' } })).body.payments[0].number;
  const first = await begin();
  till.close(first);
  await believe(first);
  const second = await begin();
  till.pay(second);
  await believe(second);
  till.pay(first, true);
  await believe(first);
  expect((await shop.send('GET', path)).body).toMatchObject({ status: 'open', payments: [{ status: 'paid' }, {}] });
  const { items } = (await shop.send('GET', `${path}/entries`, { actor: shop.finance })).body;
  const kinds = items.map(({ kind }: { kind: string }) => kind);
  expect(kinds.toSorted((one: string, other: string) => one.localeCompare(other))).toEqual([
    'capture',
    'refund-promise',
    'surplus',
  ]);
});
