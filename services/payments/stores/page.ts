import { cursorOf, type Page, type Position } from '#shared/page';
import type { Key, Row, Table } from '#shared/table';

/** Which page of a list: how many rows, from where on. */
export interface PageAt {
  limit: number;
  after: Position | undefined;
}

interface List<Item> {
  /** 1 or 2: the index the list stands in. */
  n: 1 | 2;
  partition: string;
  newestFirst: boolean;
  keyOf: (id: string) => Key;
  itemIn: (row: Row) => Item;
}

/** A page of records, sorted by what the list is sorted by and then by their ids. */
export async function pageOf<Item extends { id: string }>(
  table: Pick<Table, 'query'>,
  { n, partition, newestFirst, keyOf, itemIn }: List<Item>,
  { limit, after }: PageAt,
): Promise<Page<Item>> {
  const start = after && { after: { ...keyOf(after[1]), [`pk${n}`]: partition, [`sk${n}`]: after[0] } };
  const { rows, last } = await table.query({ index: `index${n}`, partition, newestFirst, limit, ...start });
  const items = rows.map(itemIn);
  const end = items.at(-1);
  return { items, nextCursor: last && end ? cursorOf([String(last[`sk${n}`]), end.id]) : null };
}
