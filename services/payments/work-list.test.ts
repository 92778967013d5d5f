import { beforeEach, expect, test } from 'vitest';
import { excepting, rowOf } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { receipting } from '../../test/support/receipts.ts';
import { refunding } from '../../test/support/refunds.ts';

let world: ReturnType<typeof openPayments>;
let one: ReturnType<typeof excepting>;
let billId: string;
beforeEach(async () => {
  world = openPayments();
  await world.openCharges();
  await world.tick();
  await receipting(world).given(1, 100);
  one = excepting(world);
  billId = await world.assess();
  await refunding(world).paid(billId);
});
const pass = async (hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
  await world.tick();
};
const raise = (number: string, amountFen = 700) =>
  one.raise({ class: 'MISSING_IN_LEDGER', differenceFen: amountFen, row: rowOf({ number, amountFen }) });
const list = async (query: Record<string, string> = {}) =>
  (await world.send('GET', '/payments/exceptions', { query, actor: world.checker })).body;
interface Item {
  id?: string;
  billId?: string;
}
const ids = async (query: Record<string, string> = {}) =>
  (await list(query)).items.map((item: Item) => item.id ?? item.billId);

test('one list says what finance must see to, the longest first, whatever it is, page by page', async () => {
  const first = await raise('their-1');
  // The case is told, told again, and after a day it is a matter.
  await pass(2);
  await pass(25);
  // At the same moment their ids would say which is first.
  await pass(1);
  const last = await raise('their-2', 5);
  expect(await ids()).toEqual([first, billId, last]);
  const seen: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: '1', ...(cursor && { cursor }) });
    seen.push(...page.items.map((item: Item) => item.id ?? item.billId));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual([first, billId, last]);
  expect((await list()).items[0]).toMatchObject({
    kind: 'difference',
    ageDays: 1,
    amountFen: 700,
    owner: 'finance',
    suggestion: { action: 'suspend' },
  });
});

test('it is sifted by kind, state, class, channel and days; what is over is found by its state', async () => {
  const [first, second] = [await raise('their-1'), await raise('their-2')];
  const today = (await list()).items[0].day;
  await one.settle(rowOf({ number: 'their-2', amountFen: 700 }));
  await one.ended(second, { action: 'suspend' });
  await pass(2);
  await pass(25);
  expect(await ids({ kind: 'unnoted' })).toEqual([billId]);
  expect(await ids({ kind: 'unbooked' })).toEqual([]);
  expect(await ids({ kind: 'difference' })).toEqual([first]);
  expect(await ids({ status: 'resolved' })).toEqual([second]);
  expect(await ids({ class: 'MISSING_IN_LEDGER', channel: 'sandbox', merchant: 'treasury' })).toEqual([first]);
  expect(await ids({ class: 'AMOUNT_OVER' })).toEqual([]);
  expect(await ids({ channel: 'wechat' })).toEqual([]);
  expect(await ids({ from: today, until: today })).toEqual([first]);
  expect(await ids({ until: '2026-01-01' })).toEqual([]);
  const wrong = await world.send('GET', '/payments/exceptions', { query: { class: 'NONE' }, actor: world.checker });
  expect(wrong.status).toBe(400);
});
