import { beforeEach, expect, test } from 'vitest';
import { excepting, rowOf } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let one: ReturnType<typeof excepting>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  one = excepting(world);
});

test('what a channel has taken and we have not heard of is heard by the word of its statement, and its bill is paid', async () => {
  const { number, billId } = await one.charged({ paid: false });
  const row = rowOf({ number, amountFen: 30_000, feeFen: 180 }, world.clock.now);
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 30_000, row });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': -30_000 });
  expect(await one.read(id)).toMatchObject({
    suggestion: { action: 'complete' },
    proposals: ['complete', 'refund', 'suspend', 'link', 'repost'],
  });
  const { body } = await one.propose(id, { action: 'complete' });
  expect(body.proposal.entries).toMatchObject([{ kind: 'capture', clears: [{ number, amountFen: 30_000 }] }]);
  expect(await one.status(billId)).toBe('paying');
  expect((await one.approve(id)).body).toMatchObject({ status: 'resolved', actions: [] });
  await world.settle();
  expect(await one.status(billId)).toBe('paid');
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'payee/urban/treasury': 30_000 });
  expect(await one.waiting()).toEqual([[id, [[30_000, 0]]]]);
});

test('money that nobody knows stands in suspense by itself, and the same file matches from then on', async () => {
  const row = rowOf({ number: 'their-1', amountFen: 700, feeFen: 4 });
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 700, row });
  expect((await one.propose(id, { action: 'complete' })).body.code).toBe('not-ours');
  expect((await one.propose(id, { action: 'refund' })).body.code).toBe('account-missing');
  const { suspenseId } = await one.ended(id, { action: 'suspend' });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'suspense/sandbox/treasury': 700 });
  expect(await world.deps.suspense.load(suspenseId)).toMatchObject({
    state: 'held',
    amountFen: 700,
    feeFen: 4,
    origin: { kind: 'exception', id, number: 'their-1' },
  });
  expect((await one.side('their-1')).amountFen).toBe(700);
  expect(await one.waiting()).toEqual([]);
});

test('what is not to pay its bill goes back to who paid, and the exception is over when it is back', async () => {
  const { number, billId } = await one.charged({ paid: false });
  // The channel has it, and its notice was lost.
  await world.deps.sandbox?.pay(number);
  const row = rowOf({ number, amountFen: 30_000 }, world.clock.now);
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 30_000, row });
  const { status: is, refundId } = await one.ended(id, { action: 'refund' });
  expect(is).toBe('approved');
  expect(one.held()).toMatchObject({
    'clearing/sandbox/treasury': 0,
    'suspense/sandbox/treasury': 0,
    'refunds/sandbox/treasury': 30_000,
  });
  await refunding(world).sent(refundId);
  await world.settle();
  expect(await one.read(id)).toMatchObject({ status: 'resolved', refundId });
  expect(await one.status(billId)).toBe('paying');
});

test('of more than was asked the rest goes back the way it came, or to suspense, and what was asked is reconciled', async () => {
  for (const action of ['refund', 'suspend']) {
    const { number, orderId } = await one.charged();
    const row = rowOf({ number, amountFen: 30_500, feeFen: 183 });
    await one.settle(row);
    const ledger = { ...(await one.side(number)), orderId };
    const id = await one.raise({ class: 'AMOUNT_OVER', differenceFen: 500, row, ledger });
    await one.ended(id, { action });
    expect((await one.side(number)).amountFen).toBe(30_500);
    expect((await one.waiting()).find(([source]) => source === id)).toEqual([id, [[30_000, 0]]]);
  }
  expect(one.held()).toMatchObject({
    'clearing/sandbox/treasury': 0,
    'suspense/sandbox/treasury': 500,
    'refunds/sandbox/treasury': 500,
  });
});

test('less than was booked is borne by finance or taken back from the payee, and then no refund can promise it', async () => {
  const { number } = await one.charged();
  const row = rowOf({ number, amountFen: 29_900 });
  await one.settle(row);
  const id = await one.raise({ class: 'AMOUNT_UNDER', differenceFen: -100, row, ledger: await one.side(number) });
  await one.ended(id, { action: 'write-off' });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'written-off/sandbox': 100 });
  expect(await one.waiting()).toEqual([[id, [[30_000, 0]]]]);

  const other = await one.charged();
  const short = rowOf({ number: other.number, amountFen: 28_000 });
  await one.settle(short);
  const ledger = await one.side(other.number);
  const next = await one.raise({ class: 'AMOUNT_UNDER', differenceFen: -2000, row: short, ledger });
  expect((await one.propose(next, { action: 'reverse' })).body.code).toBe('lines-differ');
  await one.ended(next, { action: 'reverse', lines: [{ code: 'road-repair', amountFen: 2000 }] });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'payee/urban/treasury': 58_000 });
  expect((await one.waiting()).find(([source]) => source === next)).toEqual([next, [[28_000, 0]]]);
  const back = (amountFen: number, refundableFen: number) => {
    const body = { lines: [{ code: 'road-repair', amountFen }], refundableFen, reason: '多缴' };
    return world.send('POST', `/payments/bills/${other.billId}/refunds`, { body, actor: world.finance });
  };
  expect((await back(28_001, 28_000)).body.code).toBe('refund-over');
  expect((await back(28_000, 28_000)).status).toBe(201);
});

test('what the statement never shows is carried, reversed whole, or written off with the paper that allows it', async () => {
  const [late, gone, lost] = [await one.charged(), await one.charged(), await one.charged()];
  const raise = async (number: string) => {
    const ledger = await one.side(number);
    const subject = { kind: 'number' as const, number, direction: 'in' as const, nth: 1 };
    return one.raise({ class: 'MISSING_IN_STATEMENT', differenceFen: -30_000, ledger, subject });
  };
  const carried = await raise(late.number);
  expect((await one.propose(carried, { action: 'carry', until: '2027-01-01' })).body.code).toBe('carry-too-long');
  expect(await one.ended(carried, { action: 'carry', until: '2026-08-20' })).toMatchObject({ status: 'carried' });
  expect(await one.read(carried)).toMatchObject({ carriedUntil: '2026-08-20', actions: ['propose'] });
  await one.ended(await raise(gone.number), { action: 'reverse' });
  const id = await raise(lost.number);
  expect((await one.propose(id, { action: 'write-off' })).body.code).toBe('write-off-over');
  const ended = await one.ended(id, { action: 'write-off', basis: '榕财〔2026〕31号' });
  expect(ended).toMatchObject({ status: 'written-off' });
  expect(one.held()).toMatchObject({
    'clearing/sandbox/treasury': 30_000,
    'payee/urban/treasury': 60_000,
    'written-off/sandbox': 30_000,
  });
});

test('a row that the ledger misses and an item that the statement misses are linked: both are over, and what differs is nobody’s', async () => {
  const { number } = await one.charged();
  const row = rowOf({ number: 'their-2', amountFen: 30_040, feeFen: 10 });
  await one.settle(row);
  const subject = { kind: 'number' as const, number, direction: 'in' as const, nth: 1 };
  const ledger = await one.side(number);
  const missing = await one.raise({ class: 'MISSING_IN_STATEMENT', differenceFen: -30_000, ledger, subject });
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 30_040, row });
  await one.ended(id, { action: 'link', exceptionId: missing });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'suspense/sandbox/treasury': 40 });
  expect([(await one.side(number)).amountFen, (await one.side('their-2')).amountFen]).toEqual([0, 30_040]);
  expect(await one.read(missing)).toMatchObject({ status: 'resolved', outcome: { action: 'link' } });
  expect(await one.waiting()).toEqual([[id, [[30_000, 0]]]]);
});
