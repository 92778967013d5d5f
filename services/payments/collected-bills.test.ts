import { beforeEach, expect, test } from 'vitest';
import { applicantActor, staffActor } from '../../test/support/actors.ts';
import { company, openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';
import { fakeCollector } from './collectors/collector.fake.ts';

let world: ReturnType<typeof openPayments>;
let water: ReturnType<typeof fakeCollector>;
const dueAt = new Date('2026-08-20T16:00:00.000Z');
const owe = (debt: string, amountFen: number) =>
  water.debts.set(debt, { debt, code: 'water-use', quantity: 10, amountFen, dueAt });
beforeEach(async () => {
  water = fakeCollector();
  world = openPayments({ change: (deps) => ({ ...deps, collectors: new Map([['water', water.collector]]) }) });
  await world.openCharges();
  await world.tick();
  owe('2026-07', 2800);
});
const query = (account = '60010042', actor = company) =>
  world.send('POST', '/payments/bills/query', { body: { collector: 'water', account }, actor });
const billed = async (): Promise<string> => (await query()).body.items[0].id;
const order = (id: string) => world.send('POST', '/payments/orders', { body: { billIds: [id], channel: 'sandbox' } });
const bill = async (id: string) => (await world.deps.bills.load(id))?.bill;
const pass = async (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
  return world.tick();
};
const exceptions = async () => {
  const { body } = await world.send('GET', '/payments/exceptions', { actor: world.checker });
  return body.items.map((one: { billId: string; kind: string }) => [one.billId, one.kind]);
};

test('what an account owes becomes bills of who asks; asked again they are the same, and nothing of the account is kept', async () => {
  owe('2026-06', 3100);
  const first = await query();
  expect(first.body.items).toMatchObject([
    { kind: 'utility', status: 'due', collector: 'water', amountFen: 2800, actions: ['pay'] },
    { amountFen: 3100 },
  ]);
  expect((await query()).body).toEqual(first.body);
  expect((await world.send('GET', '/payments/bills', { query: { open: 'true' } })).body.items).toHaveLength(2);
  expect(JSON.stringify(world.base.table.rows())).not.toContain('60010042');
});

test('an account that is not there, a collector that is not, and one that does not answer are told apart', async () => {
  expect((await query('60010043')).body.code).toBe('account-unknown');
  const other = await world.send('POST', '/payments/bills/query', { body: { collector: 'gas', account: '60010042' } });
  expect(other.body.code).toBe('collector-unknown');
  water.faults.push('down');
  expect([(await query()).status, (await query()).status]).toEqual([409, 200]);
});

test('who asks last may pay: one bill for each debt, and none while another pays it', async () => {
  const id = await billed();
  const tenant = applicantActor('tenant');
  expect((await query('60010042', tenant)).body.items).toMatchObject([{ id, status: 'due' }]);
  expect((await world.send('GET', `/payments/bills/${id}`)).status).toBe(404);
  expect(await billed()).toBe(id);
  await order(id);
  expect((await query('60010042', tenant)).body.items).toEqual([]);
});

test('what is paid is booked at the collector, under the bill’s number, once', async () => {
  const id = await billed();
  await refunding(world).paid(id);
  await pass(1);
  await pass(60);
  expect((await bill(id))?.booking).toMatchObject({ state: 'booked', ref: 'W-2026-07' });
  expect([...water.bookings.values()]).toMatchObject([{ number: id.replaceAll('-', ''), amountFen: 2800, times: 1 }]);
  expect(await exceptions()).toEqual([]);
});

test('where the answer to a booking is lost it is asked for, and not booked a second time', async () => {
  const id = await billed();
  water.faults.push('lost', 'down');
  await refunding(world).paid(id);
  await pass(1);
  expect((await bill(id))?.booking?.state).toBe('unknown');
  await pass(2);
  expect((await bill(id))?.booking).toMatchObject({ state: 'unknown', asked: 2 });
  await pass(6);
  expect((await bill(id))?.booking?.state).toBe('booked');
  expect([...water.bookings.values()].map(({ times }) => times)).toEqual([1]);
});

test('a collector that is silent for a day is an exception, is asked on, and is none once it has booked', async () => {
  const id = await billed();
  await refunding(world).paid(id);
  const silent = Array.from({ length: 40 }, () => 'down' as const);
  water.faults.push(...silent);
  await pass(1);
  for (let hours = 0; hours < 23; hours++) await pass(60);
  expect(await exceptions()).toEqual([]);
  await pass(120);
  expect(await exceptions()).toEqual([[id, 'unbooked']]);
  water.faults.length = 0;
  await pass(25 * 60);
  expect([(await bill(id))?.booking?.state, await exceptions()]).toEqual(['booked', []]);
});

test('a booking that is refused is an exception at once, and is not asked for again', async () => {
  const id = await billed();
  water.faults.push('refuse');
  await refunding(world).paid(id);
  await pass(1);
  expect([(await bill(id))?.booking, await exceptions()]).toMatchObject([{ state: 'refused' }, [[id, 'unbooked']]]);
  await pass(48 * 60);
  expect(water.bookings.size).toBe(0);
});

test('a bill of which the collector asks another amount is revised before it is paid; one that it asks no more is cancelled', async () => {
  const id = await billed();
  owe('2026-07', 2950);
  expect((await order(id)).body.code).toBe('bill-changed');
  expect(await bill(id)).toMatchObject({ state: 'due', revision: 2, lines: [{ amountFen: 2950 }] });
  water.faults.push('down');
  expect((await order(id)).body.code).toBe('collector-silent');
  water.debts.clear();
  expect((await order(id)).body.code).toBe('bill-changed');
  expect((await bill(id))?.state).toBe('cancelled');
});

test('at the counter as well', async () => {
  const cashier = staffActor('cashier');
  const shift = await world.send('POST', '/payments/shifts', {
    body: { hall: 'h-01', window: '1', floatFen: 0 },
    actor: cashier,
  });
  const id = await billed();
  owe('2026-07', 2950);
  const take = () =>
    world.send('POST', `/payments/shifts/${shift.body.id}/payments`, {
      body: { billIds: [id], way: 'cash' },
      actor: cashier,
    });
  expect((await take()).body.code).toBe('bill-changed');
  expect((await take()).body).toMatchObject({ amountFen: 2950 });
});
