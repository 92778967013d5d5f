import type { Lookup, Row, Table } from '#shared/table';

/**
 * Every row of a lookup, in its order: a query ends after 1 MB, so what grows with the life of a record is read page by page.
 * Of a list that only ever grows, read a page instead. Throws as `Table.query` does.
 */
export async function allRows(table: Pick<Table, 'query'>, lookup: Omit<Lookup, 'limit' | 'after'>): Promise<Row[]> {
  const found: Row[] = [];
  let after: Row | undefined;
  do {
    const { rows, last } = await table.query({ ...lookup, ...(after && { after }) });
    found.push(...rows);
    after = last;
  } while (after);
  return found;
}
