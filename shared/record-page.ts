import { cursorOf, type Page, type Position } from '#shared/page';
import type { Key, Row, Table } from '#shared/table';

/** Which page of a list: how many rows, from where on. */
export interface PageAt {
  limit: number;
  after: Position | undefined;
}

interface List<Item> {
  /** The index the list stands in. */
  n: 1 | 2 | 3;
  /** Several where whose list it is has several ids. */
  partitions: readonly string[];
  newestFirst: boolean;
  /** Only what stands up to here. */
  until?: string;
  keyOf: (id: string) => Key;
  itemIn: (row: Row) => Item;
  /** What a cursor knows a row by, where that is not the id of its item: `keyOf` reads it. */
  nameOf?: (row: Row) => string;
}

/** A page of records, sorted by what the list is sorted by and then by their ids. */
export async function pageOf<Item extends { id: string }>(
  table: Pick<Table, 'query'>,
  { n, partitions, newestFirst, until, keyOf, itemIn, nameOf }: List<Item>,
  { limit, after }: PageAt,
): Promise<Page<Item>> {
  const pages = await Promise.all(
    partitions.map((partition) => {
      const start = after && { after: { ...keyOf(after[1]), [`pk${n}`]: partition, [`sk${n}`]: after[0] } };
      const end = until === undefined ? {} : { until };
      return table.query({ index: `index${n}`, partition, newestFirst, limit, ...end, ...start });
    }),
  );
  const all = pages.flatMap(({ rows }) =>
    rows.map((row) => {
      const item = itemIn(row);
      return { place: String(row[`sk${n}`]), item, name: nameOf?.(row) ?? item.id };
    }),
  );
  const sign = newestFirst ? -1 : 1;
  // Of one list the engine has sorted them, also those that stand at one place.
  const sorted = partitions.length > 1 ? all.toSorted((a, b) => (a.place < b.place ? -sign : sign)) : all;
  const shown = sorted.slice(0, limit);
  const end = shown.at(-1);
  const more = all.length > limit || pages.some(({ last }) => last);
  return { items: shown.map(({ item }) => item), nextCursor: more && end ? cursorOf([end.place, end.name]) : null };
}
