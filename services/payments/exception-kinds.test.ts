import { beforeEach, expect, test } from 'vitest';
import { excepting, rowOf } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let one: ReturnType<typeof excepting>;
let back: ReturnType<typeof refunding>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  one = excepting(world);
  back = refunding(world);
});
/** A paid charge: its number, order and bill. */
async function paid() {
  const billId = await world.assess();
  const orderId = await back.paid(billId);
  const order = await world.deps.orders.load(orderId);
  return { billId, orderId, number: order?.payments[0]?.capturedBy ?? '' };
}
const subjectOf = (number: string, direction: 'in' | 'out', nth = 1) => ({
  kind: 'number' as const,
  number,
  direction,
  nth,
});
const lines = async () =>
  (await world.deps.released.waiting('treasury')).map(({ source, lines: all, feeFen }) => [source, all, feeFen]);

test('a charge that the channel took twice under one number goes back once, and what it was for was reconciled by the run', async () => {
  const { number, orderId } = await paid();
  const row = rowOf({ number, amountFen: 30_000, feeFen: 180 });
  await one.settle(row, row);
  const subject = subjectOf(number, 'in', 2);
  const ledger = { ...(await one.side(number)), orderId, amountFen: 0, lines: [] };
  const id = await one.raise({ class: 'DUPLICATE_IN_STATEMENT', differenceFen: 30_000, row, subject, ledger });
  const { refundId } = await one.ended(id, { action: 'refund' });
  expect(await world.deps.refunds.load(refundId)).toMatchObject({ state: 'approved', amountFen: 30_000, orderId });
  expect([(await one.side(number)).amountFen, await lines()]).toEqual([60_000, []]);
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'refunds/sandbox/treasury': 30_000 });
});

test('a charge that was booked twice is taken back once', async () => {
  const { number } = await paid();
  const { lines: booked } = await one.side(number);
  const again = { channel: 'sandbox', merchant: 'treasury', day: '2026-08-03', number, direction: 'in' as const };
  const legs = [
    { account: 'clearing/sandbox/treasury', side: 'debit' as const, amountFen: 30_000 },
    { account: 'payee/urban/treasury', side: 'credit' as const, amountFen: 30_000 },
  ];
  const clears = [{ ...again, day: (await one.side(number)).day, amountFen: 30_000, ref: '', lines: booked }];
  await one.write([{ kind: 'capture', legs, clears }], 'a mistake');
  const row = rowOf({ number, amountFen: 30_000 });
  await one.settle(row);
  const ledger = await one.side(number);
  const id = await one.raise({ class: 'DUPLICATE_IN_LEDGER', differenceFen: -30_000, row, ledger });
  await one.ended(id, { action: 'reverse', lines: [{ code: 'road-repair', amountFen: 30_000 }] });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'payee/urban/treasury': 30_000 });
});

test('a refund that the channel has done is heard by the word of its statement; one that nobody knows is written off with a paper', async () => {
  const { billId } = await paid();
  const [refundId = ''] = await back.proposed(billId, 30_000, { code: 'road-repair', amountFen: 500 });
  await back.act(refundId, 'approve', [world.checker]);
  const row = rowOf({ number: refundId.replaceAll('-', ''), amountFen: 500, direction: 'out' });
  await one.settle(row);
  const id = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 500, row });
  await one.ended(id, { action: 'complete' });
  await world.settle();
  const bill = (await world.send('GET', `/payments/bills/${billId}`)).body;
  expect(bill).toMatchObject({ status: 'partly-refunded', refundedFen: 500 });
  expect(await lines()).toMatchObject([[id, [{ inFen: 0, outFen: 500 }], 0]]);

  const strange = rowOf({ number: 'their-9', amountFen: 20_000, direction: 'out' });
  await one.settle(strange);
  const next = await one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 20_000, row: strange });
  expect((await one.read(next)).proposals).toEqual(['complete', 'link', 'repost', 'write-off']);
  expect((await one.propose(next, { action: 'write-off' })).body.code).toBe('write-off-over');
  await one.ended(next, { action: 'write-off', basis: '榕财〔2026〕9号' });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 30_000, 'written-off/sandbox': 20_000 });
});

test('what the ledger has under another merchant is reposted, with its payees', async () => {
  const { number } = await paid();
  const fiscal = excepting(world, { channel: 'sandbox', merchant: 'fiscal' });
  const row = rowOf({ number, amountFen: 30_000 });
  await fiscal.settle(row);
  const id = await fiscal.raise({ class: 'MISSING_IN_LEDGER', differenceFen: 30_000, row });
  expect((await fiscal.propose(id, { action: 'repost', merchant: 'water' })).body.code).toBe('action-unfit');
  await fiscal.ended(id, { action: 'repost', merchant: 'treasury' });
  expect([(await one.side(number)).amountFen, (await fiscal.side(number)).amountFen]).toEqual([0, 30_000]);
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'clearing/sandbox/fiscal': 0 });
  expect((await world.deps.released.waiting('fiscal')).map(({ source }) => source)).toEqual([id]);
});

test('another fee than was agreed is settled with the channel, or taken as it is', async () => {
  const { number } = await paid();
  const row = rowOf({ number, amountFen: 30_000, feeFen: 200 });
  await one.settle(row);
  const ledger = await one.side(number);
  const raise = () => one.raise({ class: 'FEE_MISMATCH', differenceFen: 0, row, ledger, money: 'run' });
  const id = await raise();
  expect((await one.propose(id, { action: 'adjust-fee', feeFen: 200 })).body.code).toBe('same-fee');
  await one.ended(id, { action: 'adjust-fee', feeFen: 180 });
  expect(one.held()).toMatchObject({ 'fees/sandbox/treasury': 180, 'fees-due/sandbox': 180 });
  await one.ended(await raise(), { action: 'accept' });
  expect([one.held()['clearing/sandbox/treasury'], await lines()]).toEqual([0, []]);
});

test('a line that no machine can read is typed by a person, and meets what the ledger has under its number', async () => {
  const { number } = await paid();
  const subject = { kind: 'line' as const, revision: 1, line: 7 };
  const raise = () => one.raise({ class: 'UNPARSEABLE_ROW', differenceFen: 0, subject });
  const id = await raise();
  await one.ended(id, { action: 'enter-row', row: { number, direction: 'in', amountFen: 30_000, feeFen: 180 } });
  expect(one.held()).toMatchObject({
    'clearing/sandbox/treasury': 0,
    'transit/sandbox/treasury': 30_000,
    'fees-due/sandbox': 180,
  });
  expect((await one.side(number)).amountFen).toBe(0);
  expect(await lines()).toMatchObject([[id, [{ inFen: 30_000 }], 180]]);
  const other = await raise();
  const typed = { number: 'their-7', direction: 'in', amountFen: 90, feeFen: 1 };
  const { suspenseId } = await one.ended(other, { action: 'enter-row', row: typed });
  expect(await world.deps.suspense.load(suspenseId)).toMatchObject({ amountFen: 90, feeFen: 1 });
  expect(one.held()).toMatchObject({ 'transit/sandbox/treasury': 30_090, 'suspense/sandbox/treasury': 90 });
  // The run has not counted it, so the bank would pay more than the statement came to.
  const awaited = await world.deps.expected.since('treasury', '2000-01-01');
  expect(Object.fromEntries(awaited.map((row) => [row.id, row.amountFen]))).toEqual({
    [`row.${id}`]: 30_000,
    [`row.${other}`]: 90,
  });
});

test('of a file that is missing, unreadable or says another total than its rows two people say why it is right so', async () => {
  for (const found of ['STATEMENT_MISSING', 'UNREADABLE_FILE', 'FILE_TOTAL_MISMATCH'] as const) {
    const differenceFen = found === 'FILE_TOTAL_MISMATCH' ? -70 : 0;
    const id = await one.raise({ class: found, differenceFen, subject: { kind: 'file' } });
    expect((await one.read(id)).proposals).toEqual(['accept']);
    expect(await one.ended(id, { action: 'accept' })).toMatchObject({ status: 'resolved' });
  }
  expect(one.held()).toEqual({ 'clearing/sandbox/treasury': 0 });
});

test('a charge that the statement shows as money given back leaves clearing on both sides', async () => {
  const { number } = await paid();
  const row = rowOf({ number, amountFen: 30_000, direction: 'out' });
  await one.settle(row);
  const ledger = await one.side(number);
  const id = await one.raise({ class: 'DIRECTION_MISMATCH', differenceFen: 60_000, row, ledger });
  const seen = await one.read(id);
  expect(seen.proposals).toEqual(['reverse', 'carry', 'write-off']);
  expect(seen.suggestion).toEqual({ action: 'carry', because: 'ask-the-channel-for-the-right-file' });
  await one.ended(id, { action: 'write-off', basis: '榕财〔2026〕9号' });
  expect(one.held()).toMatchObject({ 'clearing/sandbox/treasury': 0, 'written-off/sandbox': 60_000 });
  expect([(await one.side(number)).amountFen, (await one.side(number, 'out')).amountFen]).toEqual([0, 30_000]);
});

test('a charge that the statement shows as money given back is taken from its payees, and what went out is borne with a paper', async () => {
  const { number } = await paid();
  const row = rowOf({ number, amountFen: 30_000, direction: 'out' });
  await one.settle(row);
  const ledger = await one.side(number);
  const id = await one.raise({ class: 'DIRECTION_MISMATCH', differenceFen: 60_000, row, ledger });
  expect((await one.propose(id, { action: 'reverse' })).body.code).toBe('write-off-over');
  await one.ended(id, { action: 'reverse', basis: '榕财〔2026〕9号' });
  expect(one.held()).toMatchObject({
    'clearing/sandbox/treasury': 0,
    'payee/urban/treasury': 0,
    'written-off/sandbox': 30_000,
  });
  expect([(await one.side(number)).amountFen, (await one.side(number, 'out')).amountFen]).toEqual([0, 30_000]);
  expect(await lines()).toEqual([]);
});

test('what is carried until the channel sends the right file is what it was when nothing has come', async () => {
  for (const [found, way] of [
    ['STATUS_MISMATCH', 'in'],
    ['DIRECTION_MISMATCH', 'out'],
  ] as const) {
    const { number } = await paid();
    const status = found === 'STATUS_MISMATCH' ? 'pending' : 'done';
    const row = rowOf({ number, amountFen: 30_000, direction: way, status });
    await one.settle(row);
    const ledger = await one.side(number);
    const id = await one.raise({ class: found, differenceFen: -30_000, row, ledger });
    await one.ended(id, { action: 'carry', until: '2026-08-10' });
    world.clock.now = new Date('2026-08-12T01:00:00Z');
    await world.tick();
    expect(await one.read(id)).toMatchObject({ status: 'open', class: found });
    world.clock.now = new Date('2026-08-03T02:00:00Z');
  }
});
