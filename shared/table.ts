import {
  BatchGetItemCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type AttributeValue,
  type DynamoDBClient,
} from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import * as z from 'zod';
import { conflictIn } from '#shared/conflict';
import { once } from '#shared/once';
import { conditionInput, countInput, keyOf, queryInput, writeInput, written } from '#shared/table-input';

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

/** How much is added to a counter, and until when it is kept, in seconds since 1970. */
export interface Counting {
  many?: number;
  expiresAt?: number;
}

/** One write of a transaction. */
export type Write =
  | { put: Key & Row; when?: Condition }
  | { update: Key; set: Record<string, unknown>; when: Condition }
  /** Adds to counters, whoever else does at the same time; a row that is not there begins with `set`. */
  | { add: Key; by: Record<string, number>; set?: Row }
  | { remove: Key; when?: Condition }
  | { check: Key; when: Condition };

export interface Lookup {
  index?: 'index1' | 'index2' | 'index3';
  partition: string;
  /** Sort keys from here on, up to there (both included), or that begin so. */
  from?: string;
  until?: string;
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

/** Whether a transaction begins with the mark of a request or a message. */
export const isMarked = ([first]: readonly Write[]): boolean =>
  first !== undefined && 'put' in first && first.put.sk === 'MARK';

type Item = Record<string, AttributeValue>;
const counter = once(() => z.object({ n: z.number() }));

const read = (item: Item | undefined): Row | undefined => item && unmarshall(item);

/** One service's table. Reads are consistent unless on an index; a failed read or write throws, a lost race as `Conflict`. */
export function openTable(client: Pick<DynamoDBClient, 'send'>, name: string) {
  const counted = { TableName: name, ReturnConsumedCapacity: 'TOTAL' } as const;
  return {
    async get(key: Key): Promise<Row | undefined> {
      const input = { ...counted, Key: keyOf(key), ConsistentRead: true };
      const { Item } = await client.send(new GetItemCommand(input));
      return read(Item);
    },

    /** The rows found, in the order of the keys; at most 100 keys. */
    async getAll(keys: readonly Key[]): Promise<(Row | undefined)[]> {
      const found: Row[] = [];
      let wanted = keys.map(keyOf);
      while (wanted.length > 0) {
        const { Responses, UnprocessedKeys } = await client.send(
          new BatchGetItemCommand({
            RequestItems: { [name]: { Keys: wanted, ConsistentRead: true } },
            ReturnConsumedCapacity: 'TOTAL',
          }),
        );
        found.push(...(Responses?.[name] ?? []).map((item) => unmarshall(item)));
        // What was not processed is unknown, not absent: ask again.
        wanted = UnprocessedKeys?.[name]?.Keys ?? [];
      }
      return keys.map(({ pk, sk }) => found.find((row) => row['pk'] === pk && row['sk'] === sk));
    },

    async query(lookup: Lookup): Promise<{ rows: Row[]; last: Row | undefined }> {
      const reply = await client.send(new QueryCommand({ ...counted, ...queryInput(lookup) }));
      return { rows: (reply.Items ?? []).map((item) => unmarshall(item)), last: read(reply.LastEvaluatedKey) };
    },

    async put(row: Key & Row, when?: Condition): Promise<void> {
      await client
        .send(new PutItemCommand({ ...counted, Item: written(row), ...conditionInput(when) }))
        .catch((error: unknown) => Promise.reject(conflictIn(error)));
    },

    /** Adds one, or `many`, to a counter and gives its value; `expiresAt` (seconds) where the counter is for a time only. */
    async count(key: Key, how: Counting = {}): Promise<number> {
      const { Attributes } = await client.send(new UpdateItemCommand({ ...counted, ...countInput(key, how) }));
      return counter().parse(read(Attributes)).n;
    },

    /** All or nothing, at most 100 writes. A taken mark must be the first write: its refusal is told apart. */
    async transact(writes: readonly Write[]): Promise<void> {
      const marked = isMarked(writes);
      const input = {
        TransactItems: writes.map((write) => writeInput(name, write)),
        ReturnConsumedCapacity: 'TOTAL',
      } as const;
      await client
        .send(new TransactWriteItemsCommand(input))
        .catch((error: unknown) => Promise.reject(conflictIn(error, { marked })));
    },
  };
}
