import type {
  AttributeValue,
  QueryCommandInput,
  TransactWriteItem,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Condition, Key, Lookup, Row, Write } from '#shared/table';

/** What the table's commands take, from what its callers say. */

type Item = Record<string, AttributeValue>;

// Not by `lib-dynamodb`: its commands wrap each of these in a second one, and a cold start pays for both.
export const written = (row: Row): Item => marshall(row, { removeUndefinedValues: true });
export const keyOf = ({ pk, sk }: Key): Item => written({ pk, sk });

export function queryInput(lookup: Lookup): Omit<QueryCommandInput, 'TableName'> {
  const { index, partition, newestFirst, limit, after } = lookup;
  const [pk, sk] = index ? [`pk${index.slice(-1)}`, `sk${index.slice(-1)}`] : ['pk', 'sk'];
  const { range, values } = rangeOf(lookup, sk);
  return {
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: `${pk} = :partition${range}`,
    ExpressionAttributeValues: written({ ':partition': partition, ...values }),
    ScanIndexForward: !newestFirst,
    ...(limit && { Limit: limit }),
    ...(after && { ExclusiveStartKey: written(after) }),
  };
}

/** A key condition takes one range of sort keys at most. */
function rangeOf({ from, until, prefix }: Lookup, sk: string): { range: string; values: Row } {
  if (prefix !== undefined) return { range: ` AND begins_with(${sk}, :from)`, values: { ':from': prefix } };
  if (from !== undefined && until !== undefined) {
    return { range: ` AND ${sk} BETWEEN :from AND :until`, values: { ':from': from, ':until': until } };
  }
  if (from !== undefined) return { range: ` AND ${sk} >= :from`, values: { ':from': from } };
  return until === undefined
    ? { range: '', values: {} }
    : { range: ` AND ${sk} <= :until`, values: { ':until': until } };
}

export function countInput(key: Key, expiresAt: number | undefined): Omit<UpdateItemCommandInput, 'TableName'> {
  return {
    Key: keyOf(key),
    UpdateExpression: `ADD n :one${expiresAt === undefined ? '' : ' SET expiresAt = :end'}`,
    ExpressionAttributeValues: written({ ':one': 1, ...(expiresAt !== undefined && { ':end': expiresAt }) }),
    ReturnValues: 'UPDATED_NEW',
  };
}

export function conditionInput(when: Condition | undefined) {
  return {
    ...(when && { ConditionExpression: when.expression }),
    ...(when?.names && { ExpressionAttributeNames: when.names }),
    ...(when?.values && { ExpressionAttributeValues: written(when.values) }),
  };
}

export function writeInput(TableName: string, write: Write): TransactWriteItem {
  if ('put' in write) return { Put: { TableName, Item: written(write.put), ...conditionInput(write.when) } };
  if ('remove' in write) return { Delete: { TableName, Key: keyOf(write.remove), ...conditionInput(write.when) } };
  if ('check' in write) {
    const input = { ConditionExpression: write.when.expression, ...conditionInput(write.when) };
    return { ConditionCheck: { TableName, Key: keyOf(write.check), ...input } };
  }
  const names = Object.keys(write.set);
  return {
    Update: {
      TableName,
      Key: keyOf(write.update),
      UpdateExpression: `SET ${names.map((_, n) => `#${n} = :${n}`).join(', ')}`,
      ExpressionAttributeNames: {
        ...Object.fromEntries(names.map((name, n) => [`#${n}`, name])),
        ...write.when.names,
      },
      ConditionExpression: write.when.expression,
      ExpressionAttributeValues: written({
        ...Object.fromEntries(names.map((name, n) => [`:${n}`, write.set[name]])),
        ...write.when.values,
      }),
    },
  };
}
