import { DynamoDBClient, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';

type Item = Record<string, AttributeValue>;
type Input = { Key?: Item; RequestItems?: Record<string, { Keys: Item[] }>; IndexName?: string };

/**
 * Has every DynamoDB client of this process answer at once from these rows, and take every write: what is left of a
 * request's time is our own. A query finds the rows of its table that `found` names.
 */
export function answerAtOnce(rows: readonly object[]): void {
  const items = rows.map((row) => marshall(row, { removeUndefinedValues: true }));
  const byKey = new Map(items.map((item) => [keyOf(item), item]));
  const cases = items.filter(({ sk }) => sk?.S === 'REC');

  const reply = ({ Key, RequestItems, IndexName }: Input): object => {
    if (Key) return { Item: byKey.get(keyOf(Key)) };
    if (IndexName) return { Items: cases };
    const [[table, { Keys }] = ['', { Keys: [] }]] = Object.entries(RequestItems ?? {});
    return { Responses: { [table]: Keys.flatMap((key) => byKey.get(keyOf(key)) ?? []) } };
  };
  Object.assign(DynamoDBClient.prototype, { send: async ({ input }: { input: Input }) => reply(input) });
}

const keyOf = ({ pk, sk }: Item): string => `${pk?.S} ${sk?.S}`;
