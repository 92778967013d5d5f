import { beforeEach, expect, test } from 'vitest';
import { openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let back: ReturnType<typeof refunding>;
let receipts: ReturnType<typeof receipting>;
beforeEach(async () => {
  world = openPayments();
  back = refunding(world);
  receipts = receipting(world);
  await world.openCharges();
  await world.tick();
});

const later = (minutes: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000);
};
const segments = async () => (await world.send('GET', '/payments/receipt-segments', { actor: world.checker })).body;
const listed = async (query: Record<string, string> = {}) =>
  (await world.send('GET', '/payments/exceptions', { query, actor: world.checker })).body.items;

test('where there are no numbers a receipt waits, finance is told, and it is made when a segment comes', async () => {
  const id = await world.assess();
  await back.paid(id);
  expect(await receipts.own()).toEqual([]);
  expect(await receipts.issue()).toEqual({ ReceiptsIssuedLate: 0, ReceiptNumbersLeft: 0, ReceiptNumbersShort: 1 });
  await receipts.given(1, 20);
  expect(await receipts.issue()).toEqual({ ReceiptsIssuedLate: 1, ReceiptNumbersLeft: 19, ReceiptNumbersShort: 0 });
  expect(await receipts.own()).toMatchObject([{ status: 'issued', amountFen: 30_000 }]);
});

test('finance sees how many numbers are left, and that another segment is needed before none is', async () => {
  await receipts.given(1, 2);
  expect(await segments()).toMatchObject({ left: 2, short: false, waiting: 0, items: [{ left: 2, used: 0 }] });
  await back.paid(await world.assess());
  await back.paid(await world.assess());
  expect(await segments()).toMatchObject({ left: 0, short: true, waiting: 0, items: [{ left: 0, used: 2 }] });
});

test('too few numbers are in the work list of finance, and are not there any more when a segment is given', async () => {
  await receipts.given(1, 10);
  for (let n = 0; n < 8; n += 1) await back.paid(await world.assess());
  expect(await listed()).toEqual([]);
  await back.paid(await world.assess());
  // Nine of ten are used: found by who asks, and kept as it was found by the clock.
  const since = world.clock.now.toISOString();
  await receipts.issue();
  later(30);
  await receipts.issue();
  const short = { kind: 'receipt-numbers-short', owner: 'finance', since, left: 1, waiting: 0 };
  expect(await listed()).toEqual([short]);
  expect(await listed({ kind: 'receipt-numbers-short' })).toEqual([short]);
  expect(await listed({ kind: 'unbooked' })).toEqual([]);
  await receipts.given(11, 100);
  expect(await listed()).toEqual([]);
  expect((await segments()).short).toBe(false);
});

test('receipts that wait are too few numbers as well, until a segment that is enough for them is in force', async () => {
  await back.paid(await world.assess());
  expect(await listed()).toMatchObject([{ left: 0, waiting: 1, since: world.clock.now.toISOString() }]);
  const id = await receipts.propose(1, 20);
  expect(await listed()).toHaveLength(1);
  await world.send('POST', `/payments/receipt-segments/${id}/approve`, { actor: world.checker, body: {} });
  expect(await listed()).toEqual([]);
});

test('no number is in two segments, nobody approves his own, and what a closed one has left is void', async () => {
  const id = await receipts.given(1, 10);
  const body = { code: '35010126', from: 10, to: 20 };
  const twice = await world.send('POST', '/payments/receipt-segments', { actor: world.finance, body });
  expect([twice.status, twice.body.code]).toEqual([409, 'numbers-taken']);
  await receipts.given(10, 20, '35010226');

  const other = await receipts.propose(11, 20);
  const act = (of: string, name: string, actor = world.checker) =>
    world.send('POST', `/payments/receipt-segments/${of}/${name}`, { actor, body: {} });
  const himself = { ...world.checker, partyId: world.finance.partyId };
  expect((await act(other, 'approve', himself)).body.code).toBe('own-segment');
  expect((await act(other, 'reject')).body).toMatchObject({ status: 'rejected', actions: [] });
  expect((await act(other, 'approve')).body.code).toBe('segment-moved');
  // What was rejected may be proposed again.
  await receipts.propose(11, 20);

  await back.paid(await world.assess());
  expect((await act(id, 'close')).body).toMatchObject({ status: 'closed', left: 0, used: 1 });
});

test('receipts of a year are made of that year’s numbers only', async () => {
  await receipts.given(1, 10, '35010125');
  await receipts.given(1, 10, '35010127');
  await back.paid(await world.assess());
  expect(await receipts.own()).toEqual([]);
  await receipts.given(1, 10);
  await receipts.issue();
  expect(await receipts.own()).toMatchObject([{ code: '35010126' }]);
});
