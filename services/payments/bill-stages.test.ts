import { beforeEach, expect, test } from 'vitest';
import { staffActor } from '../../test/support/actors.ts';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';
import { release, remitting } from '../../test/support/remitting.ts';
import { exceptionIdOf } from './functions/exception/exception-id.ts';

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
});
const status = async (id: string) => (await world.send('GET', `/payments/bills/${id}`)).body.status;
/** How far the money of the payer's one payment has come, in his list of orders and by itself. */
async function ofOrder() {
  const [order] = (await world.send('GET', '/payments/orders')).body.items;
  const { body } = await world.send('GET', `/payments/orders/${order.id}`);
  return [order, body].map(({ payments }) => payments[0].stage);
}
const day = '2026-08-03';
const source = `sandbox.treasury.${day}`;

test('what was paid by a slip is reconciled when the bank shows it, and remitted when the list that took it is confirmed', async () => {
  const id = await world.assess();
  const { paymentCode } = (await world.send('GET', `/payments/bills/${id}`)).body;
  const body = { paymentCode, amountFen: 30_000, paidAt: '2026-08-03T00:00:00.000Z', bank: '示例银行', slip: 'B-1' };
  const entered = await world.send('POST', '/payments/paid-elsewhere', { body, actor: world.finance });
  const path = `/payments/paid-elsewhere/${entered.body.id}/approve`;
  await world.send('POST', path, { body: {}, actor: world.checker });
  await world.settle();
  expect([await status(id), await ofOrder()]).toEqual(['paid', ['paid', 'paid']]);

  const bank = banking(world);
  await bank.shows(day, [bankRow(1, 30_000, undefined, undefined, 'B-1')]);
  expect(await status(id)).toBe('reconciled');
  expect(await bank.held()).toEqual({ 'bank/treasury': 30_000, 'payee/urban/treasury': 30_000 });

  const list = remitting(world);
  const drawn = (await list.act('')).body.items[0];
  expect(drawn).toMatchObject({ inFen: 30_000 });
  await list.act(`/${drawn.id}/send`);
  expect(await status(id)).toBe('reconciled');
  await list.act(`/${drawn.id}/confirm`, { as: 'checker', body: { receipt: 'GK-1' } });
  expect([await status(id), await ofOrder()]).toEqual(['remitted', ['remitted', 'remitted']]);
  expect((await world.send('GET', '/payments/bills')).body.items).toMatchObject([{ id, status: 'remitted' }]);
  expect(await bank.held()).toEqual({});
});

test('what was paid in cash is reconciled when the bank shows the slip of its deposit, on whichever day that was brought there', async () => {
  const [id, other] = [await world.assess(), await world.assess()];
  const later = '2026-08-05';
  const cashier = staffActor('cashier', { district: 'fuzhou' }, 'cashier');
  const act = (path: string, body: object, actor = cashier) =>
    world.send('POST', `/payments/shifts${path}`, { body, actor });
  const { id: shift } = (await act('', { hall: 'h-01', window: '12', floatFen: 0 })).body;
  for (const billId of [id, other]) await act(`/${shift}/payments`, { billIds: [billId], way: 'cash' });
  await world.settle();
  await act(`/${shift}/count`, { cashFen: 60_000 });
  await act(`/${shift}/seal`, { cashFen: 60_000, bag: 'B-1' }, world.finance);
  expect(await status(id)).toBe('paid');

  world.clock.now = new Date(`${later}T10:00:00+08:00`);
  const slips = [{ merchant: 'treasury', slip: 'D-1', amountFen: 60_000 }];
  expect((await act(`/${shift}/deposit`, { slips }, world.finance)).status).toBe(200);
  expect(await status(id)).toBe('paid');
  await banking(world).shows(later, [bankRow(1, 60_000, undefined, undefined, 'D-1')]);
  expect([await status(id), await status(other)]).toEqual(['reconciled', 'reconciled']);

  const list = remitting(world);
  const drawn = (await list.act('')).body.items[0];
  await list.act(`/${drawn.id}/send`);
  expect(await status(id)).toBe('reconciled');
  await list.act(`/${drawn.id}/confirm`, { as: 'checker', body: { receipt: 'GK-1' } });
  expect([await status(id), await status(other)]).toEqual(['remitted', 'remitted']);
});

const line = { quantity: 1, gate: 'result' as const };
test('cash that is missing whole for a merchant is reconciled when the bank shows by which slip it was made good there', async () => {
  const [lost, brought] = [
    await world.assess({ lines: [{ ...line, code: 'exam', payee: 'edu', amountFen: 40_000 }] }),
    await world.assess({ lines: [{ ...line, code: 'road-repair', payee: 'urban', amountFen: 30_000 }] }),
  ];
  const cashier = staffActor('cashier', { district: 'fuzhou' }, 'cashier');
  const act = (path: string, body: object, actor = cashier) =>
    world.send('POST', `/payments/shifts${path}`, { body, actor });
  const { id: shift } = (await act('', { hall: 'h-01', window: '12', floatFen: 0 })).body;
  await act(`/${shift}/payments`, { billIds: [lost, brought], way: 'cash' });
  await world.settle();
  await act(`/${shift}/count`, { cashFen: 29_000, reason: '失窃' });
  const sealed = await act(`/${shift}/seal`, { cashFen: 29_000, bag: 'B-1' }, world.finance);
  const missing = [
    { merchant: 'fiscal', amountFen: 40_000 },
    { merchant: 'treasury', amountFen: 1000 },
  ];
  expect(sealed.body).toMatchObject({ missingFen: 41_000, toCover: missing });
  const deposit = { slips: [{ merchant: 'treasury', slip: 'D-1', amountFen: 29_000 }] };
  await act(`/${shift}/deposit`, deposit, world.finance);

  world.clock.now = new Date('2026-08-05T10:00:00+08:00');
  const all = { slips: [{ merchant: 'treasury', slip: 'C-0', amountFen: 41_000 }] };
  expect((await act(`/${shift}/cover`, all, world.finance)).body.code).toBe('slips-differ');
  const slips = missing.map((one, n) => ({ ...one, slip: `C-${n}` }));
  const covered = await act(`/${shift}/cover`, { slips }, world.finance);
  expect([covered.status, covered.body.covered]).toEqual([200, slips]);
  expect([await status(lost), await status(brought)]).toEqual(['paid', 'paid']);
  const bank = banking(world);
  await bank.shows(day, [bankRow(1, 29_000, undefined, undefined, 'D-1')]);
  await bank.shows('2026-08-05', [bankRow(1, 40_000, undefined, undefined, 'C-0')], { merchant: 'fiscal' });
  expect([await status(lost), await status(brought)]).toEqual(['reconciled', 'reconciled']);
  await bank.shows('2026-08-05', [bankRow(1, 1000, undefined, undefined, 'C-1')]);
  expect(await bank.held()).toEqual({
    'bank/fiscal': 40_000,
    'bank/treasury': 30_000,
    'payee/edu/fiscal-account': 40_000,
    'payee/urban/treasury': 30_000,
  });
});

test('what a channel took is reconciled with its day, unless its own number differs, and then with the end of that', async () => {
  const [one, other] = [await world.assess(), await world.assess()];
  await refunding(world).paid(one);
  await refunding(world).paid(other);
  const list = remitting(world);
  await list.releases({ source, channel: 'sandbox', day });
  expect([await status(one), await status(other)]).toEqual(['reconciled', 'reconciled']);

  const { orderId } = (await world.send('GET', `/payments/bills/${other}`)).body;
  const number = (await world.deps.orders.load(orderId))?.payments[0]?.capturedBy ?? '';
  const subject = { kind: 'number' as const, number, direction: 'in' as const, nth: 1 };
  const of = { channel: 'sandbox', merchant: 'treasury', reconciliationId: source, subject };
  const first = {
    version: 1,
    state: 'open' as const,
    money: 'end' as const,
    class: 'AMOUNT_UNDER' as const,
    day,
    differenceFen: -1,
  };
  const rest = { detail: '', raisedAt: world.clock.now, timelineHash: '' };
  const after = { id: exceptionIdOf(of), ...of, ...first, ...rest };
  const { ownCause } = await import('./functions/own-cause.ts');
  await world.deps.exceptions.save({ before: undefined, after, act: 'raise' }, ownCause(world.deps));
  expect([await status(one), await status(other)]).toEqual(['reconciled', 'paid']);
  await list.releases({ ...release, source: after.id, channel: 'sandbox', day });
  expect(await status(other)).toBe('reconciled');
});

test('a page of bills is read in a few batches, however many were paid', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 12; n++) ids.push(await world.assess());
  await refunding(world).paid(...ids);
  world.base.table.calls.splice(0);
  const { body } = await world.send('GET', '/payments/bills', { query: { limit: '100' } });
  expect(body.items).toHaveLength(12);
  expect(world.base.table.calls.length).toBeLessThan(12);
});
