// D3 of payments: the AWS calls of an order of three bills that is placed, begun and paid, and of its consumer. See README.md for the list.
import { randomUUID } from 'node:crypto';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { absent, costOf, get, getOne, publish, put, putOne, query, still, write } from '../throughput/aws-calls.ts';
import { each, serveTasks } from '../throughput/child.ts';
import * as bill from './bill-rows.ts';
import * as order from './order-rows.ts';
import { entry, payer, type Placed } from './row-parts.ts';

const scriptTask = z.object({
  table: z.string(),
  atOnce: z.int(),
  prepare: z.int().default(0),
  pay: z.array(z.string()).default([]),
  perPut: z.int(),
  /** One order is made and its cost is given, as JSON. */
  count: z.boolean().default(false),
});
export type ScriptTask = z.input<typeof scriptTask>;

const pkOf = ({ id }: Placed) => `ORDER#${id}`;
const keysOf = (bills: readonly string[]) =>
  bills.flatMap((id) => [
    { pk: `BILL#${id}`, sk: 'REC' },
    { pk: `BILL#${id}`, sk: 'HOLD' },
  ]);

async function place(table: string, placed: Placed): Promise<void> {
  const { id, bills } = placed;
  await query(table, `PARTY#${payer}`, 'MERGE#');
  await get(table, keysOf(bills));
  await write([
    put(table, order.mark('place', placed), absent),
    put(table, order.order(placed, 1), absent),
    put(table, entry(pkOf(placed), 1, 'payer'), absent),
    put(table, order.due(pkOf(placed), 'runs-out')),
    ...bills.map((billId) => bill.take(table, billId, id)),
  ]);
}

/** The attempt is written before the channel is asked; the channel without money keeps it in the same table. */
async function begin(table: string, placed: Placed): Promise<void> {
  const pk = pkOf(placed);
  const { id, number } = placed;
  await query(table, `PARTY#${payer}`, 'MERGE#');
  await getOne(table, { pk, sk: 'REC' });
  await write([
    put(table, order.order(placed, 2, 'begun'), still(1)),
    put(table, entry(pk, 2, 'payer'), absent),
    put(table, order.due(pk, 'next-look')),
    put(table, { pk: `ATTEMPT#${number}`, sk: 'REC', schema: 1, orderId: id }, absent),
  ]);
  await getOne(table, { pk: `SANDBOX#${number}`, sk: 'REC' });
  await putOne(table, order.charge(number, 'pending'), absent);
  await write([
    put(table, order.mark('begin', placed), absent),
    put(table, order.order(placed, 3, 'pending'), still(2)),
    put(table, entry(pk, 3, 'payer'), absent),
  ]);
}

/** The channel's page, and the capture. Gives the fact that it is told by. */
async function pay(table: string, placed: Placed): Promise<ReturnType<typeof bill.fact>> {
  const pk = pkOf(placed);
  const { id, number, bills } = placed;
  const charge = { pk: `SANDBOX#${number}`, sk: 'REC' };
  await getOne(table, charge);
  await putOne(table, order.charge(number, 'paid'), stillPending);
  await getOne(table, charge);
  await getOne(table, { pk: `ATTEMPT#${number}`, sk: 'REC' });
  await getOne(table, { pk, sk: 'REC' });
  const event = bill.fact(placed, randomUUID());
  await write([
    put(table, order.order(placed, 4, 'paid'), still(3)),
    put(table, entry(pk, 4, 'service'), absent),
    { Delete: { TableName: table, Key: marshall({ pk, sk: 'DUE' }) } },
    ...bills.map((billId) => bill.settle(table, billId, id)),
    ...order.booked(placed).map((one) => put(table, one, absent)),
    put(table, bill.outbox(event)),
  ]);
  return event;
}

const stillPending = {
  ConditionExpression: '#state = :pending',
  ExpressionAttributeNames: { '#state': 'state' },
  ExpressionAttributeValues: marshall({ ':pending': 'pending' }),
};

/** Each bill takes in that it is paid; whoever makes receipts finds that there are none to make. */
async function consume(table: string, { id, bills }: Placed, eventId: string): Promise<void> {
  for (const billId of bills) {
    await get(table, keysOf([billId]));
    await write([
      put(table, bill.heard(eventId, billId), absent),
      put(table, bill.billRow(billId, id), still(1)),
      put(table, entry(`BILL#${billId}`, 2, 'service'), absent),
      put(table, bill.holdRow(billId, id), bill.stillHeld(id)),
    ]);
  }
  await getOne(table, { pk: `ORDER#${id}`, sk: 'REC' });
  await get(table, keysOf(bills));
  await getOne(table, { pk: 'CHARGES', sk: 'LIVE' });
}

async function prepare(table: string): Promise<string> {
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of ids) {
    await putOne(table, bill.billRow(id));
    await putOne(table, bill.holdRow(id));
  }
  return ids.join(' ');
}

/** One order, from its bills on; the cost of that. */
async function counted(table: string): Promise<string> {
  const bills = (await prepare(table)).split(' ');
  return JSON.stringify(await costOf(() => payAll(table, newOrder(bills), async () => {})));
}

const newOrder = (bills: string[]): Placed => ({
  id: randomUUID(),
  bills,
  number: randomUUID().replaceAll('-', ''),
});

async function payAll(table: string, placed: Placed, tell: (event: object) => Promise<void>): Promise<void> {
  await place(table, placed);
  await begin(table, placed);
  const event = await pay(table, placed);
  await tell(event);
  await consume(table, placed, event.id);
}

serveTasks(scriptTask, async ({ table, atOnce, prepare: orders, pay: wanted, perPut, count }) => {
  if (count) return [await counted(table)];
  const ids = await each({ count: orders, atOnce }, () => prepare(table));
  const waiting: object[] = [];
  await each({ count: wanted.length, atOnce }, (n) =>
    payAll(table, newOrder((wanted[n] ?? '').split(' ')), async (event) => {
      waiting.push(event);
      if (waiting.length >= perPut || n === wanted.length - 1) await publish(waiting.splice(0, perPut));
    }),
  );
  return ids;
});
