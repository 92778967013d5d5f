import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { company, openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

// Who keeps the till sits in a hall of Gulou; payments runs in the city.
const cashier = staffActor('cashier', { district: 'gulou' }, 'the cashier');
const colleague = staffActor('cashier', { district: 'gulou' }, 'a colleague');

let world: ReturnType<typeof openPayments>;
let shiftId: string;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  const opened = await world.send('POST', '/payments/shifts', { body: place, actor: cashier });
  shiftId = opened.body.id;
});
const place = { hall: 'h-01', window: '12', floatFen: 20_000 };
const slips = (amountFen: number) => ({ slips: [{ merchant: 'treasury', slip: 'D-7', amountFen }] });
const line = (code: string, payee: string, amountFen: number) => ({
  code,
  payee,
  quantity: 1,
  amountFen,
  gate: 'result' as const,
});
const take = (body: object, actor = cashier) =>
  world.send('POST', `/payments/shifts/${shiftId}/payments`, { body, actor });
const act = (name: string, body: object, actor = cashier) =>
  world.send('POST', `/payments/shifts/${shiftId}/${name}`, { body, actor });
const held = async () => {
  const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
  expect(body.differenceFen).toBe(0);
  const accounts = body.accounts.map((one: { account: string; heldFen: number }) => [one.account, one.heldFen]);
  return Object.fromEntries(accounts);
};

test('bills of several merchants are paid in cash in one act; the payer sees it, and the till holds each merchant’s share', async () => {
  const id = await world.assess({ lines: [line('road-repair', 'urban', 30_000), line('exam', 'edu', 9000)] });
  const shown = await world.send('GET', `/payments/counter/bills/${id}`, { actor: cashier });
  expect(shown.body).toMatchObject({ amountFen: 39_000, actions: ['pay'] });
  expect(shown.body).not.toHaveProperty('payer');
  const taken = await take({ billIds: [id], way: 'cash', receivedFen: 40_000 });
  expect([taken.status, taken.body]).toMatchObject([201, { amountFen: 39_000, changeFen: 1000, payments: 1 }]);
  await world.settle();
  expect((await world.send('GET', `/payments/bills/${id}`)).body.status).toBe('paid');
  const own = await world.send('GET', `/payments/orders/${taken.body.orderId}`);
  expect(own.body).toMatchObject({ status: 'paid', channel: 'counter', actions: [] });
  expect(await held()).toMatchObject({
    [`till/${shiftId}/treasury`]: 30_000,
    [`till/${shiftId}/fiscal`]: 9000,
    'payee/urban/treasury': 30_000,
  });
  const list = await world.send('GET', `/payments/shifts/${shiftId}/payments`, { actor: cashier });
  expect(list.body.items).toMatchObject([{ orderId: taken.body.orderId, way: 'cash', amountFen: 39_000 }]);
});

test('a card or a transfer is awaited at the bank, and not looked for in the till', async () => {
  const [one, other] = [await world.assess(), await world.assess()];
  expect((await take({ billIds: [one], way: 'pos' })).body.code).toBe('slip-needed');
  await take({ billIds: [one], way: 'pos', slip: 'P-1' });
  await take({ billIds: [other], way: 'transfer', slip: 'T-1' });
  const { body } = await world.send('GET', `/payments/shifts/${shiftId}`, { actor: cashier });
  expect(body).toMatchObject({ posFen: 30_000, transferFen: 30_000, expectedCashFen: 20_000, payments: 2 });
  expect(await held()).toMatchObject({
    'clearing/counter-pos/treasury': 30_000,
    'clearing/counter-transfer/treasury': 30_000,
  });
});

test('the slip of a transfer, or of a card in one shift, pays once', async () => {
  const bills = [await world.assess(), await world.assess(), await world.assess()];
  for (const way of ['pos', 'transfer']) {
    expect((await take({ billIds: [bills.shift()], way, slip: 'S-1' })).status).toBe(201);
    const again = await take({ billIds: [bills[0]], way, slip: 'S-1' });
    expect([again.status, again.body.code]).toEqual([409, 'slip-known']);
  }
  expect((await take({ billIds: bills, way: 'cash', slip: 'S-1' })).status).toBe(201);
});

test('what cannot be taken is refused whole: paid before, in an order, of several payers, too little cash', async () => {
  const [paid, ordered] = [await world.assess(), await world.assess()];
  const foreign = await world.assess({ payer: applicantActor('another').partyId });
  await refunding(world).paid(paid);
  await world.send('POST', '/payments/orders', { body: { billIds: [ordered], channel: 'sandbox' } });
  const no = await take({ billIds: [ordered, paid], way: 'cash' });
  expect([no.status, no.body.errors.length]).toEqual([409, 2]);
  const fresh = await world.assess();
  expect((await take({ billIds: [fresh, foreign], way: 'cash' })).body.code).toBe('several-payers');
  expect((await take({ billIds: [fresh], way: 'cash', receivedFen: 29_999 })).body.code).toBe('received-too-little');
  expect((await take({ billIds: [fresh], way: 'cash' }, colleague)).status).toBe(404);
  // Two clicks at once take the money once.
  const both = await Promise.all([take({ billIds: [fresh], way: 'cash' }), take({ billIds: [fresh], way: 'cash' })]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  expect((await world.send('GET', `/payments/shifts/${shiftId}`, { actor: cashier })).body.payments).toBe(1);
  // The payer himself cannot begin anything at the counter.
  const wish = { billIds: [await world.assess()], channel: 'counter' };
  expect((await world.send('POST', '/payments/orders', { body: wish, actor: company })).body.code).toBe(
    'channel-unknown',
  );
});

test('a till is counted by two people, sealed, and brought to the bank with a slip for each merchant', async () => {
  await take({ billIds: [await world.assess()], way: 'cash' });
  expect((await world.send('POST', '/payments/shifts', { body: place, actor: cashier })).body.code).toBe(
    'shift-is-open',
  );
  expect((await act('seal', { cashFen: 50_000, bag: 'B1' }, colleague)).body.code).toBe('shift-moved');
  await act('count', { cashFen: 50_000 });
  expect((await take({ billIds: [await world.assess()], way: 'cash' })).body.code).toBe('shift-moved');
  expect((await act('seal', { cashFen: 50_000, bag: 'B1' })).body.code).toBe('own-shift');
  const himself = { ...colleague, partyId: cashier.partyId };
  expect((await act('seal', { cashFen: 50_000, bag: 'B1' }, himself)).body.code).toBe('own-shift');
  expect((await act('seal', { cashFen: 49_000, bag: 'B1' }, colleague)).body.code).toBe('count-differs');
  await act('send-back', { cashFen: 49_000 }, colleague);
  await act('count', { cashFen: 50_000 });
  const sealed = await act('seal', { cashFen: 50_000, bag: 'B1' }, colleague);
  expect(sealed.body).toMatchObject({ status: 'sealed', toDeposit: [{ merchant: 'treasury', amountFen: 30_000 }] });
  expect((await world.send('POST', '/payments/shifts', { body: place, actor: cashier })).status).toBe(201);

  expect((await act('deposit', slips(29_999), world.finance)).body.code).toBe('slips-differ');
  expect((await act('deposit', slips(30_000), world.finance)).body).toMatchObject({ status: 'deposited', actions: [] });
  // The account of a till that is empty for good is carried on no more.
  const after = await held();
  expect(after).toMatchObject({ 'transit/counter-cash/treasury': 30_000 });
  expect(Object.keys(after).filter((account) => account.startsWith('till/'))).toEqual([]);
  const told = await world.send('GET', `/payments/shifts/${shiftId}/entries`, { actor: world.finance });
  expect(told.body.items.map(({ kind }: { kind: string }) => kind)).toEqual(['deposit']);
});

test('cash that is missing is owed until it is made good, cash that is too much is nobody’s, and each needs a reason', async () => {
  await take({ billIds: [await world.assess()], way: 'cash' });
  expect((await act('count', { cashFen: 49_900 })).body.code).toBe('difference-reason');
  await act('count', { cashFen: 49_900, reason: '找零有误' });
  await act('seal', { cashFen: 49_900, bag: 'B2' }, colleague);
  expect(await held()).toMatchObject({ [`shortage/${shiftId}`]: 100, [`till/${shiftId}/treasury`]: 29_900 });
  await act('deposit', { slips: [{ merchant: 'treasury', slip: 'D-8', amountFen: 29_900 }] }, world.finance);
  const good = { slips: [{ merchant: 'treasury', slip: 'C-1', amountFen: 100 }] };
  expect((await act('cover', good, world.finance)).status).toBe(200);
  expect((await act('cover', good, world.finance)).body.code).toBe('nothing-missing');
  expect(await held()).toEqual({ 'transit/counter-cash/treasury': 30_000, 'payee/urban/treasury': 30_000 });

  const next = await world.send('POST', '/payments/shifts', { body: place, actor: cashier });
  shiftId = next.body.id;
  await take({ billIds: [await world.assess()], way: 'cash' });
  await act('count', { cashFen: 50_300, reason: '未找零' });
  await act('seal', { cashFen: 50_300, bag: 'B3' }, colleague);
  await act('deposit', { slips: [{ merchant: 'treasury', slip: 'D-9', amountFen: 30_300 }] }, world.finance);
  expect(await held()).toMatchObject({ 'suspense/counter/treasury': 300, 'transit/counter-cash/treasury': 60_300 });
  expect(await world.deps.suspense.of(shiftId)).toMatchObject([
    { state: 'held', channel: 'counter', merchant: 'treasury', amountFen: 300, origin: { kind: 'shift' } },
  ]);
});

test('what was paid in cash goes back to an account of the payer’s, which two people have looked at', async () => {
  const id = await world.assess();
  await take({ billIds: [id], way: 'cash' });
  await world.settle();
  const back = refunding(world);
  const [made = ''] = await back.proposed(id, 30_000, { code: 'road-repair', amountFen: 500 });
  await back.act(made, 'approve', [world.checker]);
  await back.sent(made);
  await back.redirected(made);
  await back.act(made, 'approve', [world.checker]);
  await back.act(made, 'pay-out', [world.finance, { slip: 'R-1' }]);
  await world.settle();
  expect((await world.send('GET', `/payments/bills/${id}`)).body).toMatchObject({
    status: 'partly-refunded',
    refundedFen: 500,
  });
  expect(await held()).toMatchObject({ 'bank/treasury': -500, [`till/${shiftId}/treasury`]: 30_000 });
});
