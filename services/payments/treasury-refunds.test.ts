import { beforeEach, expect, test } from 'vitest';
import { dayOf } from '#shared/calendar';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { account, refunding } from '../../test/support/refunds.ts';
import { remittedBy } from '../../test/support/remitted.ts';
import { reconciliationId } from './domain/reconciliation/reconciliation.ts';
import { exceptionOf } from './functions/exception/exception-of.ts';
import { ownCause } from './functions/own-cause.ts';

const unit = staffActor('head', { district: 'gulou', department: 'urban' }, 'the unit');
const otherUnit = staffActor('head', { district: 'gulou', department: 'edu' }, 'another unit');
const treasurer = staffActor('treasurer', { district: 'fuzhou' }, 'the treasurer');
const road = (amountFen: number) => ({ code: 'road-repair', amountFen });

let world: ReturnType<typeof openPayments>;
let back: ReturnType<typeof refunding>;
let lists: ReturnType<typeof remittedBy>['lists'];
let billId: string;
beforeEach(async () => {
  const remitted = remittedBy();
  lists = remitted.lists;
  world = openPayments({ change: remitted.change });
  back = refunding(world);
  await world.openCharges();
  await world.tick();
  await receipting(world).given(1, 100);
  billId = await world.assess();
  await back.paid(billId);
});
const remit = (state: 'sent' | 'confirmed' = 'confirmed') =>
  void lists.set(`sandbox.treasury.${dayOf(world.clock.now)}`, state);
const refund = async (id: string) => (await world.send('GET', `/payments/refunds/${id}`, { actor: treasurer })).body;
const send = async (id: string, act: string, [actor, body = {}]: [Actor, object?]) => {
  const reply = await world.send('POST', `/payments/refunds/${id}/${act}`, { actor, body });
  return reply.status === 200 ? reply.body.status : reply.body.code;
};
const waiting = async (actor: Actor) => (await world.send('GET', '/payments/department/refunds', { actor })).body.items;
const held = async () => {
  const { body } = await world.send('GET', '/payments/reports/trial-balance', { actor: world.finance });
  expect(body.differenceFen).toBe(0);
  return Object.fromEntries(
    body.accounts.map((one: { account: string; heldFen: number }) => [one.account, one.heldFen]),
  );
};
const later = (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * 86_400_000);
};

test('what has been remitted goes back by the unit, finance and the treasury, each by another person; no channel is asked', async () => {
  remit();
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  expect(await refund(id)).toMatchObject({ status: 'verifying', unit: { district: 'gulou', department: 'urban' } });
  expect([await waiting(unit), await waiting(otherUnit)]).toMatchObject([[{ id, actions: ['verify', 'refuse'] }], []]);
  expect(await send(id, 'approve', [world.checker])).toBe('refund-moved');
  expect(await send(id, 'reject', [world.checker, { reason: '-' }])).toBe('refund-moved');
  expect(await send(id, 'verify', [otherUnit, account])).toBe('not-found');
  expect(await send(id, 'verify', [unit, account])).toBe('verified');
  expect(await waiting(unit)).toEqual([]);
  expect(await send(id, 'approve', [{ ...world.checker, partyId: unit.partyId }])).toBe('own-refund');
  expect(await send(id, 'approve', [world.checker])).toBe('treasury-due');
  // The payee has passed it on: the treasury owes it from now on.
  expect(await held()).toMatchObject({
    'payee/urban/treasury': 30_000,
    'receivable/urban/treasury': 10_000,
    'refunds/sandbox/treasury': 10_000,
  });
  expect(await send(id, 'pay-back', [{ ...treasurer, partyId: world.checker.partyId }, { order: 'T-1' }])).toBe(
    'own-refund',
  );
  expect(await send(id, 'pay-back', [treasurer, { order: '退付-2026-17' }])).toBe('done');
  await world.settle();
  expect(await held()).toMatchObject({ 'receivable/urban/treasury': 0, 'refunds/sandbox/treasury': 0 });
  expect(await refund(id)).toMatchObject({ proof: '退付-2026-17', actions: [] });
  const bill = (await world.send('GET', `/payments/bills/${billId}`)).body;
  expect(bill).toMatchObject({ status: 'partly-refunded', refundedFen: 10_000 });
  later(2);
  await world.tick();
  expect((await refund(id)).status).toBe('done');
});

test('money on a list that the treasury has not confirmed goes back the way it came', async () => {
  remit('sent');
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  expect(await send(id, 'approve', [world.checker])).toBe('approved');
});

test('what is remitted before it is approved takes the other way then, once, with nothing promised twice', async () => {
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  remit();
  expect(await send(id, 'approve', [world.checker])).toBe('verifying');
  expect(await held()).not.toHaveProperty('refunds/sandbox/treasury');
  expect(await send(id, 'refuse', [unit, { reason: '不应退' }])).toBe('rejected');
  expect((await back.proposed(billId, 30_000, road(30_000))).length).toBe(1);
});

test('what a channel cannot give back, and has been remitted since, is the treasury’s to pay, not the bank’s of the merchant', async () => {
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  await back.stuck(id);
  expect(await held()).toMatchObject({ 'refunds/sandbox/treasury': 10_000, 'payee/urban/treasury': 20_000 });
  remit();
  expect(await send(id, 'redirect', [world.finance, account])).toBe('verifying');
  expect(await held()).toMatchObject({ 'refunds/sandbox/treasury': 0, 'payee/urban/treasury': 30_000 });
  await send(id, 'verify', [unit, account]);
  await send(id, 'approve', [world.checker]);
  // The treasury’s bank does not take it: the unit finds out another account, and what was promised is promised anew.
  expect(await send(id, 'send-back', [world.finance])).toBe('refund-moved');
  expect(await send(id, 'return', [treasurer])).toBe('verifying');
  expect(await held()).toMatchObject({ 'receivable/urban/treasury': 0, 'refunds/sandbox/treasury': 0 });
  expect(await refund(id)).not.toHaveProperty('account');
  await send(id, 'verify', [unit, account]);
  await send(id, 'approve', [world.checker]);
  expect(await send(id, 'pay-back', [treasurer, { order: 'T-2' }])).toBe('done');
  expect(await held()).toMatchObject({ 'receivable/urban/treasury': 0, 'payee/urban/treasury': 30_000 });
});

test('cash of a till that the treasury has goes back by the treasury, and not out of the till', async () => {
  const id = await world.assess();
  const cashier = staffActor('cashier', { district: 'gulou' }, 'the cashier');
  const place = { hall: 'h-01', window: '12', floatFen: 0 };
  const shift = (await world.send('POST', '/payments/shifts', { body: place, actor: cashier })).body.id;
  const body = { billIds: [id], way: 'cash' };
  await world.send('POST', `/payments/shifts/${shift}/payments`, { body, actor: cashier });
  await world.settle();
  lists.set(`deposit.${shift}.treasury`, 'confirmed');
  const [refundId = ''] = await back.proposed(id, 30_000, road(10_000));
  expect(await refund(refundId)).toMatchObject({ status: 'verifying', unit: { department: 'urban' } });
});

test('what a later revision of a statement has released, and what differed in its fee alone, is remitted as well', async () => {
  const day = dayOf(world.clock.now);
  lists.set(`sandbox.treasury.${day}#2`, 'confirmed');
  const { orderId } = (await world.send('GET', `/payments/bills/${billId}`)).body;
  const number = (await world.deps.orders.load(orderId))?.payments[0]?.capturedBy ?? '';
  const share = { channel: 'sandbox', merchant: 'treasury', day, number };
  const subject = { kind: 'number' as const, number, direction: 'in' as const, nth: 1 };
  const of = { ...share, reconciliationId: reconciliationId(share), subject, money: 'run' as const };
  const first = {
    version: 1,
    state: 'resolved' as const,
    class: 'FEE_MISMATCH' as const,
    differenceFen: 0,
    detail: '',
  };
  const after = { id: exceptionOf(share), ...of, ...first, raisedAt: world.clock.now, timelineHash: '' };
  await world.deps.exceptions.save({ before: undefined, after, act: 'raise' }, ownCause(world.deps));
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  expect(await refund(id)).toMatchObject({ status: 'verifying' });
});

test('each step has ten working days by the published calendar; what is over them says so on the list of its unit', async () => {
  remit();
  world.clock.now = new Date('2026-09-21T02:00:00Z');
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  // 25 to 27 September and 1 to 7 October are free, 10 October is worked.
  expect(await refund(id)).toMatchObject({ dueDay: '2026-10-12', overdue: false });
  world.clock.now = new Date('2026-10-13T02:00:00Z');
  expect(await waiting(unit)).toMatchObject([{ id, overdue: true, provisional: false }]);
  const late = async (query: Record<string, string> = {}) =>
    (await world.send('GET', '/payments/exceptions', { actor: world.checker, query })).body.items;
  const overdue = { kind: 'refund-overdue', owner: 'unit', refundId: id, dueDay: '2026-10-12', amountFen: 10_000 };
  expect([await late(), await late({ kind: 'refund-overdue' })]).toMatchObject([[overdue], [overdue]]);
  expect(await late({ kind: 'unnoted' })).toEqual([]);
  await world.publish(2026, ['2026-10-12']);
  expect((await waiting(unit))[0].dueDay).not.toBe('2026-10-12');
  await send(id, 'verify', [unit, account]);
  expect(await refund(id)).toMatchObject({ status: 'verified', overdue: false });
});

test('a step whose days run into a year that is not published is late by nobody’s guess', async () => {
  remit();
  world.clock.now = new Date('2026-12-28T02:00:00Z');
  const [id = ''] = await back.proposed(billId, 30_000, road(10_000));
  world.clock.now = new Date('2027-02-01T02:00:00Z');
  expect(await refund(id)).toMatchObject({ provisional: true, overdue: false });
  const late = async () =>
    (await world.send('GET', '/payments/exceptions', { actor: world.checker, query: { kind: 'refund-overdue' } })).body;
  expect((await late()).items).toEqual([]);
  await world.publish(2027);
  expect(await refund(id)).toMatchObject({ dueDay: '2027-01-11', provisional: false, overdue: true });
  expect((await late()).items).toMatchObject([{ refundId: id, dueDay: '2027-01-11' }]);
});
