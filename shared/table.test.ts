import type { BatchGetItemCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { openTable } from '#shared/table';

const asClient = z.custom<Pick<DynamoDBClient, 'send'>>();
const keys = ['a', 'b', 'c'].map((pk) => ({ pk, sk: 'REC' }));

/** A database that answers a batch with at most one row at a time, and leaves the rest for later. */
function hesitant() {
  const asked: number[] = [];
  const send = async ({ input }: BatchGetItemCommand) => {
    const [first, ...rest] = input.RequestItems?.['cases']?.Keys ?? [];
    asked.push(rest.length + 1);
    const known = first?.['pk']?.S !== 'b';
    return {
      Responses: { cases: known && first ? [first] : [] },
      UnprocessedKeys: rest.length > 0 ? { cases: { Keys: rest } } : {},
    };
  };
  return { asked, table: openTable(asClient.parse({ send }), 'cases') };
}

test('what a batch left unprocessed is asked for again: unknown is not absent', async () => {
  const { asked, table } = hesitant();
  expect(await table.getAll(keys)).toEqual([keys[0], undefined, keys[2]]);
  expect(asked).toEqual([3, 2, 1]);
});

test('a failed read throws as it is; it is neither an absent row nor a lost race', async () => {
  const down = Object.assign(new Error('down'), { name: 'InternalServerError' });
  const table = openTable(asClient.parse({ send: () => Promise.reject(down) }), 'cases');
  await expect(table.get({ pk: 'a', sk: 'REC' })).rejects.toBe(down);
  await expect(table.getAll(keys)).rejects.toBe(down);
  await expect(table.query({ partition: 'a' })).rejects.toBe(down);
});

test('single reads and batches are consistent, an index cannot be', async () => {
  const sent: unknown[] = [];
  const send = async ({ input }: { input: unknown }) => {
    sent.push(input);
    return { Item: marshall({ pk: 'a' }), Items: [], Responses: {} };
  };
  const table = openTable(asClient.parse({ send }), 'cases');
  await table.get({ pk: 'a', sk: 'REC' });
  await table.getAll([{ pk: 'a', sk: 'REC' }]);
  await table.query({ partition: 'a' });
  await table.query({ partition: 'a', index: 'index1' });
  expect(sent).toMatchObject([
    { ConsistentRead: true },
    { RequestItems: { cases: { ConsistentRead: true } } },
    { ConsistentRead: true },
    { IndexName: 'index1' },
  ]);
  expect(sent[3]).not.toHaveProperty('ConsistentRead');
});
