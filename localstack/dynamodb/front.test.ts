import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startTemporaryEngine } from '../../test/support/temporary-engine.ts';
import type { Engine } from './engine.ts';
import { startFront } from './front.ts';
import type { DynamoFront } from './front.ts';
import { createTable } from './tables.ts';

let engine: Engine;
let front: DynamoFront;
let client: DynamoDBClient;
beforeAll(async () => {
  engine = await startTemporaryEngine();
  front = await startFront(engine);
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new DynamoDBClient({ endpoint: front.endpoint, region: 'local-1', credentials, maxAttempts: 1 });
  await Promise.all(['cases', 'other'].map(newTable));
});
afterEach(() => front.faults.clear());
afterAll(async () => {
  client.destroy();
  await front.stop();
  await engine.stop();
});

const put = (pk: string, TableName = 'cases') =>
  client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk } } }));
const transact = (...tables: string[]) =>
  client.send(
    new TransactWriteItemsCommand({
      TransactItems: tables.map((TableName, n) => ({
        Put: {
          TableName,
          Item: { pk: { S: `t${n}` } },
          ...(n === 1 && { ConditionExpression: 'attribute_exists(pk)' }),
        },
      })),
    }),
  );
const exists = async (pk: string) =>
  (await client.send(new GetItemCommand({ TableName: 'cases', Key: { pk: { S: pk } } }))).Item !== undefined;

test('without a fault, requests and a reply of many kilobytes pass unchanged', async () => {
  const big = 'x'.repeat(350_000);
  await client.send(new PutItemCommand({ TableName: 'cases', Item: { pk: { S: 'big' }, big: { S: big } } }));
  const { Item } = await client.send(new GetItemCommand({ TableName: 'cases', Key: { pk: { S: 'big' } } }));
  expect(Item?.['big']?.S).toBe(big);
});

test('a transaction conflict names the item of its table and changes nothing', async () => {
  front.faults.add({ kind: 'transaction-conflict', table: 'cases', times: 1 });
  const error = await transact('other', 'cases').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(TransactionCanceledException);
  expect(error).toMatchObject({
    CancellationReasons: [
      { Code: 'None' },
      { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
    ],
  });
  expect(await exists('t1')).toBe(false);
});

test('a conditional conflict blames the item that has a condition', async () => {
  front.faults.add({ kind: 'conditional-conflict', times: 2 });
  await expect(transact('cases', 'cases')).rejects.toMatchObject({
    CancellationReasons: [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }],
  });
  await expect(put('refused')).rejects.toThrow(expect.objectContaining({ name: 'ConditionalCheckFailedException' }));
  expect(await exists('refused')).toBe(false);
});

test('a plain write in conflict gets the exception of plain writes', async () => {
  front.faults.add({ kind: 'transaction-conflict', times: 1 });
  await expect(put('refused')).rejects.toThrow(expect.objectContaining({ name: 'TransactionConflictException' }));
});

test('a lost reply drops the connection after the write was made', async () => {
  front.faults.add({ kind: 'lost-reply', operation: 'PutItem', times: 1 });
  await expect(put('lost')).rejects.toThrow(/hang up|ECONNRESET/);
  expect(await exists('lost')).toBe(true);
});

test('a transaction repeated with its token after a lost reply succeeds and is made once', async () => {
  front.faults.add({ kind: 'lost-reply', operation: 'TransactWriteItems', times: 1 });
  const Put = { TableName: 'cases', Item: { pk: { S: 'token' } }, ConditionExpression: 'attribute_not_exists(pk)' };
  const command = new TransactWriteItemsCommand({ TransactItems: [{ Put }], ClientRequestToken: 'one-token' });
  await expect(client.send(command)).rejects.toThrow(/hang up|ECONNRESET/);
  await client.send(command);
  expect(await exists('token')).toBe(true);
});

test('throttling and server errors have the names that the SDK retries', async () => {
  front.faults.add({ kind: 'throttled', times: 1 });
  await expect(put('a')).rejects.toMatchObject({ name: 'ProvisionedThroughputExceededException' });
  front.faults.add({ kind: 'server-error', times: 1 });
  await expect(put('a')).rejects.toMatchObject({ name: 'InternalServerError', $metadata: { httpStatusCode: 500 } });
});

test('a fault waits for its operation and table, and only as many times as asked', async () => {
  front.faults.add({ kind: 'throttled', operation: 'PutItem', table: 'cases', times: 2 });
  await client.send(
    new QueryCommand({
      TableName: 'cases',
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': { S: 'a' } },
    }),
  );
  await put('a', 'other');
  const results = await Promise.allSettled(['a', 'b', 'c'].map((pk) => put(pk)));
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(2);
  expect(front.faults.armed()).toBe(false);
});

function newTable(name: string) {
  return createTable(engine.endpoint, {
    TableName: name,
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  });
}
