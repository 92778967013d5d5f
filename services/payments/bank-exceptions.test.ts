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
