import { beforeEach, expect, test } from 'vitest';
import { bankRow } from '../../test/support/bank.ts';
import { banking } from '../../test/support/banking.ts';
import { excepting, ownAccount } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';

let world: ReturnType<typeof openPayments>;
let bank: ReturnType<typeof banking>;
let one: ReturnType<typeof excepting>;
beforeEach(async () => {
  world = openPayments();
  bank = banking(world);
  one = excepting(world, { channel: 'bank', merchant: 'treasury' });
  await world.openCharges();
  await world.tick();
});
const [friday, monday] = ['2026-07-31', '2026-08-03'] as const;
const found = async (wanted: string) => {
  const all = await bank.exceptions(monday);
  return all.find((each) => each.class === wanted)?.id ?? '';
};

test('a credit of the bank that nobody awaits goes into suspense, and one in another amount is written off or is nobody’s', async () => {
  await bank.settled({ channel: 'wechat', merchant: 'treasury', day: friday }, 300);
  await bank.settled({ channel: 'alipay', merchant: 'treasury', day: friday }, 70);
  const rows = [bankRow(1, 299, 'wechat', friday), bankRow(2, 50), bankRow(3, 75, 'alipay', friday)];
  await bank.shows(monday, rows);
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 1 - 50 - 5 });
  const strange = await found('MISSING_IN_LEDGER');
  expect((await one.read(strange)).proposals).toEqual(['complete', 'refund', 'suspend', 'link', 'repost']);
  const { suspenseId } = await one.ended(strange, { action: 'suspend' });
  await one.ended(await found('AMOUNT_UNDER'), { action: 'write-off' });
  await one.ended(await found('AMOUNT_OVER'), { action: 'suspend' });
  expect(one.held()).toMatchObject({
    'clearing/bank/treasury': 0,
    'suspense/bank/treasury': 55,
    'written-off/bank': 1,
    'bank/treasury': 424,
  });
  expect(await world.deps.suspense.load(suspenseId)).toMatchObject({ amountFen: 50, channel: 'bank' });
  // The same file again finds what it has found, and that is decided.
  await bank.shows(monday, rows);
  expect((await bank.exceptions(monday)).map(({ state }) => state).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'resolved',
    'resolved',
    'written-off',
  ]);
});

test('a credit of nobody goes to an account; a row that has moved nothing is only to be accepted', async () => {
  const twice = bankRow(1, 50);
  await bank.shows(monday, [twice, { ...twice, line: 2 }]);
  await one.ended(await found('MISSING_IN_LEDGER'), { action: 'refund', account: ownAccount });
  const again = await found('DUPLICATE_IN_STATEMENT');
  expect((await one.read(again)).proposals).toEqual(['accept']);
  await one.ended(again, { action: 'accept' });
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 0, 'suspense/bank/treasury': 50 });
  const [item] = (await world.deps.suspense.list(['paying-out'], undefined, { limit: 9, after: undefined })).items;
  const path = `/payments/suspense/${item?.id}/pay-out`;
  await world.send('POST', path, { body: { slip: 'S-1' }, actor: world.finance, version: item?.version ?? 0 });
  expect(one.held()).toMatchObject({ 'suspense/bank/treasury': 0, 'bank/treasury': 0 });
});

test('what no statement of the bank has shown within its limit is written off with a paper, and leaves its clearing account', async () => {
  await bank.settled({ channel: 'wechat', merchant: 'treasury', day: friday }, 30_000);
  world.clock.now = new Date('2026-08-12T03:00:00Z');
  await world.tick();
  const all = (await world.send('GET', '/payments/exceptions', { query: { channel: 'bank' }, actor: world.finance }))
    .body.items;
  expect(all).toMatchObject([{ kind: 'difference', class: 'MISSING_IN_STATEMENT', differenceFen: -30_000 }]);
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 30_000 });
  await one.ended(all[0].id, { action: 'write-off', basis: '榕财〔2026〕31号' });
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 0, 'written-off/bank': 30_000 });
});

test('what was decided of a credit that another file shows no more is open again, and is taken back by what is planned of it', async () => {
  await bank.settled({ channel: 'wechat', merchant: 'treasury', day: friday }, 300);
  await bank.settled({ channel: 'alipay', merchant: 'treasury', day: friday }, 70);
  const [strange, under, over] = [bankRow(1, 50), bankRow(2, 299, 'wechat', friday), bankRow(3, 75, 'alipay', friday)];
  await bank.shows(monday, [strange, under, over]);
  const ids = [await found('MISSING_IN_LEDGER'), await found('AMOUNT_UNDER'), await found('AMOUNT_OVER')] as const;
  const { suspenseId } = await one.ended(ids[0], { action: 'suspend' });
  await one.ended(ids[1], { action: 'write-off' });
  await one.ended(ids[2], { action: 'suspend' });
  // The bank sends the right file: no strange credit, and what the channels pay out as they said.
  const right = [bankRow(2, 300, 'wechat', friday), bankRow(3, 70, 'alipay', friday)];
  await bank.shows(monday, right, { revision: 2 });
  const seen = async () => Promise.all(ids.map(async (id) => one.read(id)));
  expect(await seen()).toMatchObject([
    { status: 'open', class: 'MISSING_IN_STATEMENT', amountFen: 50, differenceFen: -50, detail: 'shown-no-more' },
    { status: 'open', class: 'MISSING_IN_LEDGER', differenceFen: 1 },
    { status: 'open', class: 'MISSING_IN_STATEMENT', differenceFen: -5 },
  ]);
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 50 - 1 + 5, 'suspense/bank/treasury': 55 });
  // The same run again, and the list, say the same.
  await bank.run(monday, right, { revision: 2 });
  const listed = await world.send('GET', '/payments/exceptions', { query: { channel: 'bank' }, actor: world.finance });
  const suggested = listed.body.items.map((each: { suggestion: { action: string } }) => each.suggestion.action);
  expect(suggested.toSorted()).toEqual(['suspend', 'unsuspend', 'unsuspend']);
  const proposed = await one.propose(ids[0], { action: 'unsuspend' });
  expect(proposed.body.proposal.entries).toMatchObject([{ kind: 'reverse' }]);
  await one.approve(ids[0]);
  await one.ended(ids[1], { action: 'suspend' });
  await one.ended(ids[2], { action: 'unsuspend' });
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 0, 'suspense/bank/treasury': 1, 'bank/treasury': 370 });
  expect(await world.deps.suspense.load(suspenseId)).toMatchObject({ state: 'withdrawn' });
  // It is there after all: what was taken back is to be decided anew.
  await bank.shows(monday, [strange, ...right], { revision: 3 });
  expect(await seen()).toMatchObject([
    { status: 'open', class: 'MISSING_IN_LEDGER', differenceFen: 50 },
    { status: 'resolved' },
    { status: 'resolved' },
  ]);
  await one.ended(ids[0], { action: 'suspend' });
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': 0, 'suspense/bank/treasury': 51 });
});

test('a credit that is gone and comes back before anybody has seen to it is as it was decided; one that had fallen away is open', async () => {
  const rows = [bankRow(1, 50), bankRow(2, 60)];
  await bank.shows(monday, rows);
  const [decided, open] = await bank.exceptions(monday);
  if (!decided || !open) throw new Error('no exceptions');
  await one.ended(decided.id, { action: 'suspend' });
  await bank.shows(monday, [], { revision: 2 });
  expect([(await one.read(decided.id)).status, (await one.read(open.id)).status]).toEqual(['open', 'resolved']);
  await bank.shows(monday, rows, { revision: 3 });
  expect([(await one.read(decided.id)).status, (await one.read(open.id)).status]).toEqual(['resolved', 'open']);
  await bank.shows(monday, rows, { revision: 4 });
  expect([(await one.read(decided.id)).status, (await one.read(open.id)).status]).toEqual(['resolved', 'open']);
  expect(one.held()).toMatchObject({ 'clearing/bank/treasury': -open.differenceFen });
});
