import { inPieces } from '#shared/pieces';
import type { Key, Row, Table } from '#shared/table';

/** BatchGetItem takes no more. */
const mostKeys = 100;

/**
 * The rows at any number of keys, in their order; undefined where none lies. A key that is named twice is read once, and without keys
 * nothing is. Throws as `Table.getAll` does.
 */
export async function rowsAt(table: Pick<Table, 'getAll'>, keys: readonly Key[]): Promise<(Row | undefined)[]> {
  const wanted = new Map(keys.map((key) => [nameOf(key), key]));
  const rows: (Row | undefined)[] = [];
  for (const piece of inPieces([...wanted.values()], mostKeys)) rows.push(...(await table.getAll(piece)));
  const byName = new Map([...wanted.keys()].map((name, n) => [name, rows[n]]));
  return keys.map((key) => byName.get(nameOf(key)));
}

const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);
