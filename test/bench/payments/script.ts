// D3 of payments: the AWS calls of an order of three bills that is placed, begun and paid, and of its consumer. See README.md for the list.
import { randomUUID } from 'node:crypto';
import { PutItemCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { absent, dynamodb, get, getOne, publish, put, query, still, write } from '../throughput/aws-calls.ts';
import { each, serveTasks } from '../throughput/child.ts';

const scriptTask = z.object({
  table: z.string(),
  atOnce: z.int(),
  prepare: z.int().default(0),
  pay: z.array(z.string()).default([]),
  perPut: z.int(),
});
export type ScriptTask = z.input<typeof scriptTask>;

const now = new Date().toISOString();
const line = { code: 'a', payee: 'urban', destination: 'treasury', merchant: 'treasury', amountFen: 30_000 };
const bill = {
  schema: 1,
  version: 1,
  state: 'due',
  kind: 'non-tax',
  payer: 'p_1',
  revision: 1,
  lines: [line],
  createdAt: now,
};
const order = (id: string, bills: string[]) => ({
  pk: `ORDER#${id}`,
  sk: 'REC',
  schema: 1,
  id,
  version: 1,
  payer: 'p_1',
  channel: 'sandbox',
  createdAt: now,
  bills: bills.map((billId) => ({ billId, revision: 1, lines: [line] })),
  payments: [{ bills, attempts: [] }],
  pk1: 'ORDERS#p_1',
  sk1: `${now}#${id}`,
});
const keysOf = (bills: readonly string[]) =>
  bills.flatMap((id) => [
    { pk: `BILL#${id}`, sk: 'REC' },
    { pk: `BILL#${id}`, sk: 'HOLD' },
  ]);
const mark = () => ({ pk: `IDEM#${randomUUID()}`, sk: 'MARK', schema: 1, requestHash: 'x'.repeat(43), reply: '{}' });
const entry = (pk: string, n: number) => ({
  pk,
  sk: `T#00000${n}`,
  schema: 1,
  at: now,
  act: 'pay',
  office: 'applicant',
});
const due = (pk: string) => ({ pk, sk: 'DUE', schema: 1, at: now, pk3: 'DUE#2026-01-01#0', sk3: `${now}#${pk}` });

/** Of a bill's hold, as an order changes it. */
const held = (TableName: string, billId: string, [from, to]: [string, string]): TransactWriteItem => ({
  Update: {
    TableName,
    Key: marshall({ pk: `BILL#${billId}`, sk: 'HOLD' }),
    UpdateExpression: 'SET #state = :to',
    ConditionExpression: '#state = :from',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':from': from, ':to': to }),
  },
});

async function place(table: string, id: string, bills: string[]): Promise<void> {
  await query(table, 'PARTY#p_1', 'MERGE#');
  await get(table, keysOf(bills));
  await write([
    put(table, mark(), absent),
    put(table, order(id, bills), absent),
    put(table, entry(`ORDER#${id}`, 1), absent),
    put(table, due(`ORDER#${id}`)),
    ...bills.map((billId) => held(table, billId, ['free', 'held'])),
  ]);
}

/** The attempt is written before the channel is asked; the channel without money keeps it in the same table. */
async function begin(table: string, id: string, bills: string[]): Promise<void> {
  const pk = `ORDER#${id}`;
  await query(table, 'PARTY#p_1', 'MERGE#');
  await getOne(table, { pk, sk: 'REC' });
  await write([
    put(table, { ...order(id, bills), version: 2 }, still(1)),
    put(table, entry(pk, 2), absent),
    put(table, due(pk)),
    put(table, { pk: `ATTEMPT#${id}`, sk: 'REC', schema: 1, orderId: id }, absent),
  ]);
  await getOne(table, { pk: `SANDBOX#${id}`, sk: 'REC' });
  await write([put(table, { pk: `SANDBOX#${id}`, sk: 'REC', schema: 1, amountFen: 90_000, state: 'pending' }, absent)]);
  await write([
    put(table, mark(), absent),
    put(table, { ...order(id, bills), version: 3 }, still(2)),
    put(table, entry(pk, 3), absent),
    put(table, due(pk)),
  ]);
}

async function pay(table: string, id: string, { bills, eventId }: { bills: string[]; eventId: string }): Promise<void> {
  const pk = `ORDER#${id}`;
  await getOne(table, { pk: `SANDBOX#${id}`, sk: 'REC' });
  await write([put(table, { pk: `SANDBOX#${id}`, sk: 'REC', schema: 1, amountFen: 90_000, state: 'paid' })]);
  await getOne(table, { pk: `SANDBOX#${id}`, sk: 'REC' });
  await getOne(table, { pk: `ATTEMPT#${id}`, sk: 'REC' });
  await getOne(table, { pk, sk: 'REC' });
  await write([
    put(table, { ...order(id, bills), version: 4, endedAt: now }, still(3)),
    put(table, entry(pk, 4), absent),
    { Delete: { TableName: table, Key: marshall({ pk, sk: 'DUE' }) } },
    ...bills.map((billId) => held(table, billId, ['held', 'paid'])),
    put(
      table,
      {
        pk: `LEDGER#2026-01-01#${eventId.slice(0, 1)}`,
        sk: eventId,
        schema: 1,
        kind: 'capture',
        legs: [line, line, line, line],
      },
      absent,
    ),
    put(table, { pk: `OUT#2026-01-01#${eventId.slice(0, 1)}`, sk: eventId, schema: 1, event: fact(eventId, bills) }),
  ]);
}

/** Each bill takes in that it is paid; whoever makes receipts finds that there are none to make. */
async function consume(table: string, id: string, bills: string[]): Promise<void> {
  for (const billId of bills) {
    await get(table, keysOf([billId]));
    await write([
      put(table, { pk: `MARK#settled#${id}#${billId}`, sk: 'MARK', schema: 1 }, absent),
      put(table, { ...bill, pk: `BILL#${billId}`, sk: 'REC', id: billId, version: 2, state: 'paid' }, still(1)),
      put(table, entry(`BILL#${billId}`, 2), absent),
      put(table, { pk: `BILL#${billId}`, sk: 'HOLD', schema: 1, state: 'paid', revision: 1, orderId: id }),
    ]);
  }
  await getOne(table, { pk: `ORDER#${id}`, sk: 'REC' });
  await get(table, keysOf(bills));
  await getOne(table, { pk: 'CHARGES', sk: 'LIVE' });
}

const fact = (id: string, bills: string[]) => ({
  specversion: '1.0',
  id,
  source: 'banshi/fuzhou/payments',
  type: 'payments.bills-settled.v1',
  time: now,
  data: {
    orderId: id,
    channel: 'sandbox',
    at: now,
    paid: true,
    bills: bills.map((billId) => ({ billId, revision: 1 })),
  },
});

async function prepare(table: string): Promise<string> {
  const ids = [randomUUID(), randomUUID(), randomUUID()];
  for (const id of ids) {
    const pk = `BILL#${id}`;
    for (const row of [
      { ...bill, pk, sk: 'REC', id },
      { pk, sk: 'HOLD', schema: 1, state: 'free', revision: 1 },
    ])
      await dynamodb.send(new PutItemCommand({ TableName: table, Item: marshall(row) }));
  }
  return ids.join(' ');
}

serveTasks(scriptTask, async ({ table, atOnce, prepare: orders, pay: wanted, perPut }) => {
  const ids = await each({ count: orders, atOnce }, () => prepare(table));
  const waiting: object[] = [];
  await each({ count: wanted.length, atOnce }, async (n) => {
    const [id, eventId, bills] = [randomUUID(), randomUUID(), (wanted[n] ?? '').split(' ')];
    await place(table, id, bills);
    await begin(table, id, bills);
    await pay(table, id, { bills, eventId });
    waiting.push(fact(eventId, bills));
    if (waiting.length >= perPut || n === wanted.length - 1) await publish(waiting.splice(0, perPut));
    await consume(table, id, bills);
  });
  return ids;
});
