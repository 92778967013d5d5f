import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { Key, Lookup, Row, Write } from '#shared/table';

export type Item = Record<string, AttributeValue>;

const invalid = (message: string) => Object.assign(new Error(message), { name: 'ValidationException' });
const indexKeys = ['pk1', 'sk1', 'pk2', 'sk2', 'pk3', 'sk3'];

/** Refuses what DynamoDB refuses as a key: of the table each must be there, of an index each may be absent, never empty. */
export function checkKeys(row: Row): void {
  const wrong = ['pk', 'sk'].find((name) => typeof row[name] !== 'string' || row[name] === '');
  const empty = indexKeys.find(
    (name) => row[name] !== undefined && (typeof row[name] !== 'string' || row[name] === ''),
  );
  if (wrong ?? empty) throw invalid(`a key attribute is missing, empty or no text: ${wrong ?? empty}`);
}

/** Refuses more than 100 writes, and two writes of one item. */
export function checkTransaction(writes: readonly Write[]): void {
  if (writes.length === 0 || writes.length > 100) throw invalid('1 to 100 writes');
  const keys = writes.map(keyOf).map(({ pk, sk }) => JSON.stringify([pk, sk]));
  if (new Set(keys).size < keys.length)
    throw invalid('Transaction request cannot include multiple operations on one item');
}

export function keyOf(write: Write): Key {
  if ('put' in write) return write.put;
  if ('update' in write) return write.update;
  if ('add' in write) return write.add;
  return 'remove' in write ? write.remove : write.check;
}

/** A page of a partition of the table or an index, in the order of its sort key. */
export function queryItems(all: readonly Item[], lookup: Lookup): { found: Item[]; last: Item | undefined } {
  const { index, partition, limit, newestFirst, after } = lookup;
  const n = index?.slice(-1) ?? '';
  const [place, sort] = [`pk${n}`, `sk${n}`];
  const keys = index ? ['pk', 'sk', place, sort] : ['pk', 'sk'];
  const order = (a: Item, b: Item) => compare([sort, 'pk', 'sk'], a, b) * (newestFirst ? -1 : 1);
  const start = after && startOf(after, keys, lookup);
  const fitting = all
    .filter((item) => item[place]?.S === partition && item[sort] !== undefined && inRange(textOf(item, sort), lookup))
    .filter((item) => !start || order(start, item) < 0)
    .toSorted(order);
  const found = fitting.slice(0, limit);
  const end = found.at(-1);
  // A full page names its end even when nothing follows: DynamoDB has not looked further.
  const more = limit !== undefined && found.length === limit && end !== undefined;
  return { found, last: more ? Object.fromEntries(keys.map((key) => [key, end[key] ?? { S: '' }])) : undefined };
}

function startOf(after: Row, keys: readonly string[], { index, partition }: Lookup): Item {
  const given = Object.keys(after);
  const fits = given.length === keys.length && keys.every((key) => typeof after[key] === 'string' && after[key] !== '');
  if (!fits || after[`pk${index?.slice(-1) ?? ''}`] !== partition) {
    throw invalid('The provided starting key is invalid');
  }
  return marshall(after);
}

function inRange(key: string, { from, until, prefix }: Lookup): boolean {
  if (prefix !== undefined) return key.startsWith(prefix);
  return (from === undefined || bytes(key, from) >= 0) && (until === undefined || bytes(key, until) <= 0);
}

/** Sort keys are compared by their UTF-8 bytes: as JavaScript compares text, but where one has surrogates. */
function bytes(a: string, b: string): number {
  if (a === b) return 0;
  if (surrogate.test(a) || surrogate.test(b)) return Buffer.compare(Buffer.from(a), Buffer.from(b));
  return a < b ? -1 : 1;
}
const surrogate = /[\ud800-\udfff]/;

function compare(names: readonly string[], a: Item, b: Item): number {
  return names.map((name) => bytes(textOf(a, name), textOf(b, name))).find((order) => order !== 0) ?? 0;
}

function textOf(item: Item, name: string): string {
  return item[name]?.S ?? '';
}
