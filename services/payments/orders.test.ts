import { beforeEach, expect, test } from 'vitest';
import { BillChangedV1 } from '#events/payments/bill-changed.v1';
import { FeeCancelledV1 } from '#events/intake/fee-cancelled.v1';
import { applicantActor } from '../../test/support/actors.ts';
import { company, envelopeOf, openPayments } from '../../test/support/payments.ts';
import { fakeChannel } from './channels/channel.fake.ts';
import { takeWord } from './functions/notice/take-word.ts';
import { ownCause } from './functions/own-cause.ts';

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
});

const line = (code: string, payee: string, amountFen: number) => ({
  code,
  payee,
  quantity: 1,
  amountFen,
  gate: 'result' as const,
});
const three = () =>
  Promise.all([
    world.assess(),
    world.assess({ lines: [line('property-registration', 'mnr', 8000)] }),
    world.assess({ lines: [line('id-card', 'ps', 4000)] }),
  ]);
const order = async (billIds: string[], channel = 'sandbox') =>
  world.send('POST', '/payments/orders', { body: { billIds, channel } });
const begin = (id: string, n = 1) =>
  world.send('POST', `/payments/orders/${id}/payments/${n}/begin`, { body: { way: 'page' } });
const payAt = (url: string) => world.send('POST', url, { body: {} });
const show = async (id: string) => (await world.send('GET', `/payments/orders/${id}`)).body;
const bill = async (id: string) => (await world.send('GET', `/payments/bills/${id}`)).body;
const trial = async () => (await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance })).body;
const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};
const changes = () =>
  world.facts(BillChangedV1.type).map(({ toDistrict, data }) => [toDistrict, data['state'], data['paidFen']]);

test('three bills of three payees are paid with one click, and their set is told of each', async () => {
  const bills = await three();
  const placed = await order(bills);
  expect([placed.status, placed.body]).toMatchObject([201, { status: 'open', payments: 1, amountFen: 42_000 }]);
  const begun = await begin(placed.body.id);
  expect(begun.body.payments).toMatchObject([{ status: 'to-pay', amountFen: 42_000, show: { kind: 'page' } }]);
  expect((await bill(bills[0] ?? '')).status).toBe('paying');
  await payAt(begun.body.payments[0].show.url);
  expect(await show(placed.body.id)).toMatchObject({ status: 'paid', actions: [], payments: [{ status: 'paid' }] });
  await world.settle();
  for (const id of bills)
    expect(await bill(id)).toMatchObject({ status: 'paid', orderId: placed.body.id, actions: [] });
  expect(changes().slice(3)).toEqual([
    ['gulou', 'paid', 30_000],
    ['gulou', 'paid', 8000],
    ['gulou', 'paid', 4000],
  ]);
  expect(await trial()).toMatchObject({
    accounts: [
      { account: 'clearing/sandbox/treasury', heldFen: 42_000 },
      { account: 'payee/mnr/treasury', heldFen: 8000 },
      { account: 'payee/ps/treasury', heldFen: 4000 },
      { account: 'payee/urban/treasury', heldFen: 30_000 },
    ],
    differenceFen: 0,
  });
});

test('a bill that is named twice is refused in words that its payer can read', async () => {
  const id = await world.assess();
  const { status, body } = await order([id, id]);
  expect(status).toBe(400);
  expect(body.errors).toMatchObject([{ pointer: '/billIds', code: 'duplicate', message: '同一缴费单只填一次。' }]);
});

test('a bill is in one live order only, and is free again once that has run out', async () => {
  const bills = await three();
  const first = await order(bills);
  const second = await order(bills.slice(1));
  expect([second.status, second.body.code, second.body.errors.length]).toEqual([409, 'bill-not-payable', 2]);
  later(31);
  await world.tick();
  await world.settle();
  expect((await show(first.body.id)).status).toBe('expired');
  expect((await order(bills)).status).toBe(201);
  expect((await begin(first.body.id)).body.code).toBe('order-ended');
});

test('what is asked anew while an order holds the bill waits for it: paid as it was taken, or asked as it is now', async () => {
  const asked = { assessmentId: 'a.1', caseId: crypto.randomUUID() };
  const id = await world.assess(asked);
  const { body } = await order([id]);
  await world.assess({ ...asked, revision: 2, lines: [line('road-repair', 'urban', 60_000)] });
  expect(await bill(id)).toMatchObject({ status: 'paying', amountFen: 30_000 });
  later(31);
  await world.tick();
  await world.settle();
  expect((await show(body.id)).status).toBe('expired');
  expect(await bill(id)).toMatchObject({ status: 'due', amountFen: 60_000, revision: 2 });
});

test('a bill that is cancelled while it is being paid is paid if the money comes, and cancelled if it does not', async () => {
  const asked = { assessmentId: 'a.1', caseId: crypto.randomUUID() };
  const id = await world.assess(asked);
  const { body } = await order([id]);
  const begun = await begin(body.id);
  const over = { assessmentId: 'a.1', revision: 1, caseId: asked.caseId, reasonCode: 'case-ended' };
  await world.hear(envelopeOf(FeeCancelledV1, over, world.clock.now));
  expect((await bill(id)).status).toBe('cancel-pending');
  await payAt(begun.body.payments[0].show.url);
  await world.settle();
  expect(await bill(id)).toMatchObject({ status: 'paid', amountFen: 30_000 });
});

test('a bill that intake has let go of is waived, and one that it asks no more is cancelled', async () => {
  const over = { revision: 1, caseId: crypto.randomUUID(), reasonCode: 'reduced' };
  for (const [n, waived, status] of [
    [1, true, 'waived'],
    [2, false, 'cancelled'],
    [3, undefined, 'cancelled'],
  ] as const) {
    const assessmentId = `${over.caseId}.${n}`;
    const id = await world.assess({ assessmentId, caseId: over.caseId });
    await world.hear(
      envelopeOf(FeeCancelledV1, { ...over, assessmentId, ...(waived !== undefined && { waived }) }, world.clock.now),
    );
    expect((await bill(id)).status).toBe(status);
  }
});

test('one who comes too late has his money recorded as nobody’s, and no bill is paid twice', async () => {
  const [id] = await three();
  const { body } = await order([id]);
  const { url } = (await begin(body.id)).body.payments[0].show;
  const number = url.split('/').at(-1);
  // The channel has it paid, but its word comes after the order has run out and another has taken the bill.
  const found = await world.deps.orders.byAttempt(number);
  if (!found) throw new Error('no order');
  later(31);
  await world.tick();
  await world.settle();
  expect(await payAt(url)).toMatchObject({ status: 200, body: { status: 'closed' } });
  expect((await trial()).accounts).toEqual([]);
});

test('money that comes by a charge that was closed pays all the same, and the charge that took its place is closed at once', async () => {
  let fake: ReturnType<typeof fakeChannel> | undefined;
  world = openPayments({
    change: (deps) => {
      fake = fakeChannel(deps.now);
      return { ...deps, channels: new Map([['fake', fake.channel]]) };
    },
  });
  if (!fake) throw new Error('no channel');
  await world.openCharges();
  await world.tick();
  const { body } = await order([await world.assess()], 'fake');
  const first = (await begin(body.id)).body.payments[0].number;
  fake.close(first);
  await world.send('POST', `/payments/orders/${body.id}/ask`, { body: {} });
  const second = (await begin(body.id)).body.payments[0].number;
  fake.pay(first, true);
  await takeWord(first, fake.standing(first), { ...world.deps, cause: ownCause(world.deps) });
  expect(await show(body.id)).toMatchObject({ status: 'paid', payments: [{ number: first, status: 'paid' }] });
  later(1);
  await world.tick();
  expect([fake.standing(second).state, (await show(body.id)).status]).toEqual(['closed', 'paid']);
});

test('nobody sees or pays what is another’s', async () => {
  const [id] = await three();
  const stranger = applicantActor('stranger');
  const wish = { billIds: [id], channel: 'sandbox' };
  expect((await world.send('GET', `/payments/bills/${id}`, { actor: stranger })).status).toBe(404);
  expect((await world.send('POST', '/payments/orders', { actor: stranger, body: wish })).status).toBe(404);
  const { body } = await order([id]);
  expect((await world.send('GET', `/payments/orders/${body.id}`, { actor: stranger })).status).toBe(404);
  const list = await world.send('GET', '/payments/bills', { query: { as: company.partyId }, actor: stranger });
  expect(list.status).toBe(404);
});
