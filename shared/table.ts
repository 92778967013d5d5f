import {
  BatchGetCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  type DynamoDBDocumentClient,
  type QueryCommandInput,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { conflictIn } from '#shared/conflict';

/** A row as it is stored; a store reads it with the schema of its kind before anyone else sees it. */
export type Row = Record<string, unknown>;
export interface Key {
  pk: string;
  sk: string;
}

export interface Condition {
  expression: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

/** One write of a transaction. */
export type Write =
  | { put: Key & Row; when?: Condition }
  | { update: Key; set: Record<string, unknown>; when: Condition }
  | { remove: Key; when?: Condition }
  | { check: Key; when: Condition };

export interface Lookup {
  index?: 'index1' | 'index2' | 'index3';
  partition: string;
  /** Sort keys from here on, or that begin so. */
  from?: string;
  prefix?: string;
  newestFirst?: boolean;
  limit?: number;
  after?: Row;
}

export type Table = ReturnType<typeof openTable>;

export const ifAbsent: Condition = { expression: 'attribute_not_exists(pk)' };

/** The row must still have the version that was read. */
export const ifVersion = (version: number): Condition => stillHas('version', version);

/** The row must still have the sequence that was read. */
export const ifSequence = (sequence: number): Condition => stillHas('sequence', sequence);

// An attribute is named by a placeholder: `sequence` is one of DynamoDB's reserved words.
const stillHas = (attribute: string, seen: number): Condition => ({
  expression: '#seen = :seen',
  names: { '#seen': attribute },
  values: { ':seen': seen },
});

/** One service's table. Reads are consistent unless on an index; a failed read or write throws, a lost race as `Conflict`. */
export function openTable(client: DynamoDBDocumentClient, name: string) {
  const counted = { TableName: name, ReturnConsumedCapacity: 'TOTAL' } as const;
  return {
    async get(key: Key): Promise<Row | undefined> {
      const { Item } = await client.send(new GetCommand({ ...counted, Key: key, ConsistentRead: true }));
      return Item;
    },

    /** The rows found, in the order of the keys; at most 100 keys. */
    async getAll(keys: readonly Key[]): Promise<(Row | undefined)[]> {
      const found: Row[] = [];
      let wanted: readonly Row[] = keys.map(({ pk, sk }) => ({ pk, sk }));
      while (wanted.length > 0) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetCommand({
            RequestItems: { [name]: { Keys: [...wanted], ConsistentRead: true } },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
        found.push(...(Responses?.[name] ?? []));
        // What was not processed is unknown, not absent: ask again.
        wanted = UnprocessedKeys?.[name]?.Keys ?? [];
      }
      return keys.map(({ pk, sk }) => found.find((row) => row['pk'] === pk && row['sk'] === sk));
    },

    async query(lookup: Lookup): Promise<{ rows: Row[]; last: Row | undefined }> {
      const reply = await client.send(new QueryCommand({ ...counted, ...queryInput(lookup) }));
      return { rows: reply.Items ?? [], last: reply.LastEvaluatedKey };
    },

    async put(row: Key & Row, when: Condition): Promise<void> {
      await client
        .send(new PutCommand({ ...counted, Item: row, ...conditionInput(when) }))
        .catch((error: unknown) => Promise.reject(conflictIn(error)));
    },

    /** All or nothing, at most 100 writes. A taken mark must be the first write: its refusal is told apart. */
    async transact(writes: readonly Write[]): Promise<void> {
      const input = {
        TransactItems: writes.map((write) => writeInput(name, write)),
        ReturnConsumedCapacity: 'TOTAL',
      } as const;
      await client.send(new TransactWriteCommand(input)).catch((error: unknown) => Promise.reject(conflictIn(error)));
    },
  };
}

function queryInput({
  index,
  partition,
  from,
  prefix,
  newestFirst,
  limit,
  after,
}: Lookup): Omit<QueryCommandInput, 'TableName'> {
  const [pk, sk] = index ? [`pk${index.slice(-1)}`, `sk${index.slice(-1)}`] : ['pk', 'sk'];
  const range = from === undefined ? '' : ` AND ${sk} >= :sort`;
  const start = prefix === undefined ? range : ` AND begins_with(${sk}, :sort)`;
  return {
    ...(index ? { IndexName: index } : { ConsistentRead: true }),
    KeyConditionExpression: `${pk} = :partition${start}`,
    ExpressionAttributeValues: { ':partition': partition, ...(start && { ':sort': prefix ?? from }) },
    ScanIndexForward: !newestFirst,
    ...(limit && { Limit: limit }),
    ...(after && { ExclusiveStartKey: after }),
  };
}

function conditionInput(when: Condition | undefined) {
  return {
    ...(when && { ConditionExpression: when.expression }),
    ...(when?.names && { ExpressionAttributeNames: when.names }),
    ...(when?.values && { ExpressionAttributeValues: when.values }),
  };
}

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

function writeInput(TableName: string, write: Write): TransactItem {
  if ('put' in write) return { Put: { TableName, Item: write.put, ...conditionInput(write.when) } };
  if ('remove' in write) return { Delete: { TableName, Key: write.remove, ...conditionInput(write.when) } };
  if ('check' in write) {
    const { expression: ConditionExpression, names, values } = write.when;
    const attributes = { ExpressionAttributeNames: names, ExpressionAttributeValues: values };
    return { ConditionCheck: { TableName, Key: write.check, ConditionExpression, ...attributes } };
  }
  const names = Object.keys(write.set);
  return {
    Update: {
      TableName,
      Key: write.update,
      UpdateExpression: `SET ${names.map((_, n) => `#${n} = :${n}`).join(', ')}`,
      ExpressionAttributeNames: {
        ...Object.fromEntries(names.map((name, n) => [`#${n}`, name])),
        ...write.when.names,
      },
      ConditionExpression: write.when.expression,
      ExpressionAttributeValues: {
        ...Object.fromEntries(names.map((name, n) => [`:${n}`, write.set[name]])),
        ...write.when.values,
      },
    },
  };
}
