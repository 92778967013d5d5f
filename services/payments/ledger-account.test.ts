import { beforeEach, expect, test } from 'vitest';
import { openPayments } from '../../test/support/payments.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
});

const report = (name: string, query: Record<string, string> = {}) =>
  world.send('GET', `/payments/reports/${name}`, { actor: world.finance, query });
const account = (query: Record<string, string>) => report('account', query);
const pay = async (times: number) => {
  for (let n = 0; n < times; n += 1) await refunding(world).paid(await world.assess());
};
const nextDay = () => {
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000);
};

test('each account of a day holds what it held before and what was moved, and hands that on to the next day', async () => {
  await pay(2);
  const first = (await report('trial-balance')).body;
  nextDay();
  await pay(1);
  const second = (await report('trial-balance')).body;
  for (const { account: name, heldFen } of second.accounts) {
    const before = (await account({ account: name, day: first.day })).body;
    const now = (await account({ account: name })).body;
    const earlier = first.accounts.find((one: { account: string }) => one.account === name);
    expect([before.openingFen, before.closingFen]).toEqual([0, earlier.heldFen]);
    expect([now.day, now.openingFen, now.closingFen]).toEqual([second.day, earlier.heldFen, heldFen]);
    expect(Math.abs(now.debitFen - now.creditFen)).toBe(now.closingFen - now.openingFen);
  }
});

test('the entries of an account come by pages, the oldest first, each once', async () => {
  await pay(5);
  const seen: { id: string; at: string; legs: { account: string }[] }[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { body } = await account({ account: 'payee/urban/treasury', limit: '2', ...(cursor && { cursor }) });
    expect(body.items.length).toBeGreaterThan(0);
    seen.push(...body.items);
    cursor = body.nextCursor;
  }
  expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
  expect(seen.map(({ at }) => at)).toEqual(seen.map(({ at }) => at).toSorted());
  expect(seen.every(({ legs }) => legs.some((one) => one.account === 'payee/urban/treasury'))).toBe(true);
});

test('an account that nobody has written on, or a day that has not come, is not there', async () => {
  await pay(1);
  expect((await account({ account: 'payee/urban/own-account' })).status).toBe(404);
  expect((await account({ account: 'tea-money' })).status).toBe(404);
  expect((await account({ account: 'payee/urban/treasury', day: '2099-01-01' })).status).toBe(404);
  expect((await account({ account: 'payee/urban/treasury', day: '2020-01-01' })).status).toBe(404);
  expect((await account({ account: 'Payee!' })).status).toBe(400);
  expect((await account({})).status).toBe(400);
});
