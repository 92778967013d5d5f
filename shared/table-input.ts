import type {
  AttributeValue,
  QueryCommandInput,
  TransactWriteItem,
  UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Condition, Counting, Key, Lookup, Row, Write } from '#shared/table';

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

export function countInput(key: Key, { many = 1, expiresAt }: Counting): Omit<UpdateItemCommandInput, 'TableName'> {
  return {
    Key: keyOf(key),
    UpdateExpression: `ADD n :many${expiresAt === undefined ? '' : ' SET expiresAt = :end'}`,
    ExpressionAttributeValues: written({ ':many': many, ...(expiresAt !== undefined && { ':end': expiresAt }) }),
    ReturnValues: 'UPDATED_NEW',
  };
}

function addInput({ add, by, set = {} }: Extract<Write, { add: Key }>) {
  const [counters, fields] = [Object.keys(by), Object.keys(set)];
  const adds = `ADD ${counters.map((_, n) => `#a${n} :a${n}`).join(', ')}`;
  const sets = fields.length > 0 ? ` SET ${fields.map((_, n) => `#s${n} = :s${n}`).join(', ')}` : '';
  return {
    Key: keyOf(add),
    UpdateExpression: adds + sets,
    ExpressionAttributeNames: Object.fromEntries([
      ...counters.map((name, n) => [`#a${n}`, name]),
      ...fields.map((name, n) => [`#s${n}`, name]),
    ]),
    ExpressionAttributeValues: written({
      ...Object.fromEntries(counters.map((name, n) => [`:a${n}`, by[name]])),
      ...Object.fromEntries(fields.map((name, n) => [`:s${n}`, set[name]])),
    }),
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
  if ('add' in write) return { Update: { TableName, ...addInput(write) } };
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
