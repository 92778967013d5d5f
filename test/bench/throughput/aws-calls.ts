import {
  BatchGetItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { marshall } from '@aws-sdk/util-dynamodb';
import { createMeter, type Usage } from '#shared/meter';

// What the scripts that services are compared with are made of: the bare calls, with the conditions that ours have.
export const dynamodb = new DynamoDBClient({});
const events = new EventBridgeClient({});

export const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
export const still = (version: number) => ({
  ConditionExpression: '#seen = :seen',
  ExpressionAttributeNames: { '#seen': 'version' },
  ExpressionAttributeValues: marshall({ ':seen': version }),
});
export const put = (TableName: string, row: object, condition: object = {}): TransactWriteItem => ({
  Put: { TableName, Item: marshall(row, { removeUndefinedValues: true }), ...condition },
});
export const check = (TableName: string, pk: string): TransactWriteItem => ({
  ConditionCheck: { TableName, Key: marshall({ pk, sk: 'PARK' }), ...absent },
});

/** At most 100 rows in one call. */
export async function get(table: string, keys: { pk: string; sk: string }[]): Promise<void> {
  const Keys = keys.map((key) => marshall(key));
  await dynamodb.send(
    new BatchGetItemCommand({
      RequestItems: { [table]: { Keys, ConsistentRead: true } },
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );
}

export const write = (TransactItems: TransactWriteItem[]) =>
  dynamodb.send(new TransactWriteItemsCommand({ TransactItems, ReturnConsumedCapacity: 'TOTAL' }));

export const getOne = (TableName: string, key: { pk: string; sk: string }) =>
  dynamodb.send(
    new GetItemCommand({ TableName, Key: marshall(key), ConsistentRead: true, ReturnConsumedCapacity: 'TOTAL' }),
  );

export const putOne = (TableName: string, row: object, condition: object = {}) =>
  dynamodb.send(
    new PutItemCommand({
      TableName,
      Item: marshall(row, { removeUndefinedValues: true }),
      ...condition,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );

/** The rows of a partition that begin so. */
export const query = (TableName: string, pk: string, prefix: string) =>
  dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':sk': prefix }),
      ConsistentRead: true,
      ReturnConsumedCapacity: 'TOTAL',
    }),
  );

/** Facts that no rule matches, in one call. */
export async function publish(facts: readonly object[]): Promise<void> {
  const Entries = facts.map((fact) => ({
    Source: 'banshi.bench',
    DetailType: 'bench.nobody-listens.v1',
    Detail: JSON.stringify(fact),
  }));
  await events.send(new PutEventsCommand({ Entries }));
}

/** What a piece of work costs. The client is watched for that time only: rounds that are timed run bare. */
export async function costOf(work: () => Promise<unknown>): Promise<Usage> {
  const meter = createMeter();
  meter.watch(dynamodb);
  await work();
  dynamodb.middlewareStack.remove('meter');
  return meter.read();
}
