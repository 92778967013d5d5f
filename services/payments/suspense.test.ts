import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { excepting, ownAccount as account, rowOf } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let one: ReturnType<typeof excepting>;
let both: Actor;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  one = excepting(world);
  both = { ...world.finance, posts: [...world.finance.posts, ...world.checker.posts] };
});

/** So much that nobody knows stands in suspense; its id. */
async function suspended(amountFen: number, number = `their-${amountFen}`): Promise<string> {
  const row = rowOf({ number, amountFen, feeFen: 6 });
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: amountFen, row });
  return (await one.ended(id, { action: 'suspend' })).suspenseId;
}
const read = async (id: string) => (await world.send('GET', `/payments/suspense/${id}`, { actor: world.checker })).body;
const act = async (id: string, name: string, [actor, body]: [Actor, object]) =>
  world.send('POST', `/payments/suspense/${id}/${name}`, { body, actor, version: (await read(id)).version });
const propose = (id: string, body: object, by = world.finance) => act(id, 'propose', [by, { reason: '核实', ...body }]);
const approve = (id: string, by = world.checker) => act(id, 'approve', [by, {}]);
const list = async (query: Record<string, string> = {}) =>
  (await world.send('GET', '/payments/suspense', { query, actor: world.finance })).body.items;

test('what stands in suspense is found item by item, and pays the bills that it was meant for, as any order does', async () => {
  const id = await suspended(60_000);
  const [first] = await list();
  expect(first).toMatchObject({
    id,
    amountFen: 60_000,
    feeFen: 6,
    ageDays: 0,
    ledgerAccount: 'suspense/sandbox/treasury',
  });
  expect(first).toMatchObject({ origin: { kind: 'exception', number: 'their-60000' }, actions: ['propose'] });
  const billIds = [await world.assess(), await world.assess()];
  expect((await propose(id, { action: 'pay-bills', billIds: billIds.slice(1) })).body.code).toBe('suspense-amount');
  expect((await propose(id, { action: 'pay-bills', billIds })).body.status).toBe('under-review');
  const { body } = await approve(id);
  expect(body).toMatchObject({ status: 'identified', actions: [] });
  await world.settle();
  const bill = (await world.send('GET', `/payments/bills/${billIds[0]}`)).body;
  expect(bill).toMatchObject({ status: 'paid', orderId: body.outcome.orderId });
  expect(one.held()).toMatchObject({
    'suspense/sandbox/treasury': 0,
    'payee/urban/treasury': 60_000,
    'clearing/sandbox/treasury': 0,
  });
  expect(await world.deps.released.waiting('treasury')).toMatchObject([
    { source: id, feeFen: 6, lines: [{ inFen: 30_000 }, { inFen: 30_000 }] },
  ]);
  expect([await list(), (await list({ status: 'identified' })).length]).toEqual([[], 1]);
});

test('it is a payee’s by charges of the list that its merchant takes, which come to it', async () => {
  const id = await suspended(500);
  const of = (...lines: [string, number][]) =>
    propose(id, { action: 'identify', lines: lines.map(([code, amountFen]) => ({ code, amountFen })) });
  expect((await of(['no-such', 500])).body.code).toBe('off-list');
  expect((await of(['exam', 500])).body.code).toBe('other-merchant');
  expect((await of(['road-repair', 499])).body.code).toBe('suspense-amount');
  await of(['road-repair', 300], ['inspection', 200]);
  await approve(id);
  expect(one.held()).toMatchObject({
    'suspense/sandbox/treasury': 0,
    'payee/urban/treasury': 300,
    'payee/amr/treasury': 200,
  });
  expect(await world.deps.released.waiting('treasury')).toMatchObject([
    { source: id, lines: [{ inFen: 300 }, { inFen: 200 }] },
  ]);
});

test('it goes to an account that two people have looked at, again to another where the bank did not take it, once', async () => {
  const id = await suspended(500);
  await propose(id, { action: 'return', account });
  expect((await approve(id)).body).toMatchObject({ status: 'paying-out', account, actions: ['send-back', 'pay-out'] });
  expect(one.held()).toMatchObject({ 'suspense/sandbox/treasury': 500 });
  await act(id, 'send-back', [world.finance, { reason: '户名不符' }]);
  expect(await read(id)).toMatchObject({ status: 'held', rejection: '户名不符', actions: ['propose'] });
  await propose(id, { action: 'return', account: { ...account, number: '3510087654321' } });
  await approve(id);
  expect((await act(id, 'pay-out', [world.finance, { slip: 'S-1' }])).body.status).toBe('returned');
  expect((await act(id, 'pay-out', [world.finance, { slip: 'S-2' }])).body.code).toBe('suspense-moved');
  expect(one.held()).toMatchObject({ 'suspense/sandbox/treasury': 0, 'bank/treasury': -500 });
  expect(await world.deps.expected.since('treasury', '2000-01-01')).toMatchObject([
    { id: `suspense.${id}`, channel: 'bank', amountFen: -500, number: 'S-1' },
  ]);
  const acts = (await read(id)).timeline.map((told: { act: string }) => told.act);
  expect(acts).toEqual(['hold', 'propose', 'return', 'send-back', 'propose', 'return', 'pay-out']);
});

test('what a known charge has brought goes back the way it came; of a stranger’s nobody knows the way', async () => {
  const { number, orderId } = await one.charged();
  const row = rowOf({ number, amountFen: 30_400 });
  await one.settle(row);
  const ledger = { ...(await one.side(number)), orderId };
  const found = await one.raise({ class: 'AMOUNT_OVER', differenceFen: 400, row, ledger });
  const { suspenseId: id } = await one.ended(found, { action: 'suspend' });
  await propose(id, { action: 'refund' });
  const { outcome } = (await approve(id)).body;
  expect(await list({ status: 'on-its-way' })).toMatchObject([
    { kind: 'refund', id: outcome.refundId, amountFen: 400, orderId },
  ]);
  await refunding(world).sent(outcome.refundId);
  expect(one.held()).toMatchObject({ 'suspense/sandbox/treasury': 0, 'refunds/sandbox/treasury': 0 });
  expect(await list({ status: 'on-its-way' })).toEqual([]);
  const strange = await suspended(500);
  expect((await propose(strange, { action: 'refund' })).body.code).toBe('way-unknown');
});

test('one person never ends it, another ends it once, and what has changed meanwhile is refused', async () => {
  const [id, billId] = [await suspended(30_000), await world.assess()];
  await propose(id, { action: 'pay-bills', billIds: [billId] }, both);
  const himself = { ...world.checker, partyId: both.partyId };
  expect((await approve(id, himself)).body.code).toBe('own-suspense');
  expect((await approve(id, world.finance)).body.code).toBe('wrong-role');
  await refunding(world).paid(billId);
  expect((await approve(id)).body.code).toBe('bill-not-payable');
  const stale = await world.send('POST', `/payments/suspense/${id}/approve`, {
    body: {},
    actor: world.checker,
    version: 1,
  });
  expect(stale.body.code).toBe('version-stale');
  expect((await act(id, 'reject', [world.checker, { reason: '已另行缴清' }])).body).toMatchObject({
    status: 'held',
    rejection: '已另行缴清',
  });
  await propose(id, { action: 'pay-bills', billIds: [await world.assess()] });
  const replies = await Promise.all([approve(id), approve(id)]);
  expect(replies.filter(({ status }) => status === 200).length).toBe(1);
  expect(one.held()).toMatchObject({ 'suspense/sandbox/treasury': 0, 'payee/urban/treasury': 60_000 });
});

test('what was too much in a till is found there too', async () => {
  const cashier = {
    ...world.finance,
    sub: 'cashier',
    partyId: 'p_cashier',
    posts: [{ role: 'cashier' as const, district: 'fuzhou', from: undefined, until: undefined }],
  };
  const { id } = (
    await world.send('POST', '/payments/shifts', { body: { hall: 'h', window: '12', floatFen: 0 }, actor: cashier })
  ).body;
  await world.send('POST', `/payments/shifts/${id}/count`, { body: { cashFen: 80, reason: '未找零' }, actor: cashier });
  await world.send('POST', `/payments/shifts/${id}/seal`, { body: { cashFen: 80, bag: 'B' }, actor: world.checker });
  expect(await list({ channel: 'counter' })).toMatchObject([{ id, amountFen: 80, origin: { kind: 'shift', id } }]);
  expect(await list({ channel: 'wechat' })).toEqual([]);
  await propose(id, { action: 'identify', lines: [{ code: 'road-repair', amountFen: 80 }] });
  await approve(id);
  expect(one.held()).toMatchObject({ 'suspense/counter/treasury': 0, 'payee/urban/treasury': 80 });
});
