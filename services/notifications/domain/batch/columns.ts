import type { RowFault } from './batch.ts';

/** Where the columns of a file stand, by their names, and how many cells a row has. */
export interface Columns {
  at: ReadonlyMap<string, number>;
  width: number;
}

// A row names its party by an id that we have told, or by a document.
const partyColumn = 'party';
const documentColumns = ['kind', 'number'];
const optional = 'country';

/** Reads the header of a file: one column for each name of the template, and those by which a party is named. */
export function columnsOf(
  header: readonly string[],
  { names, line }: { names: readonly string[]; line: number },
): { columns: Columns } | { faults: RowFault[] } {
  const said = header.map((one) => one.trim());
  const byDocument = said.includes('kind') || said.includes('number');
  const wanted = [...(byDocument ? documentColumns : [partyColumn]), ...names];
  const known = new Set([...wanted, ...(byDocument ? [optional] : [])]);
  const faults: RowFault[] = [
    ...wanted.filter((one) => !said.includes(one)).map((column) => ({ line, code: 'missing-column', column }) as const),
    ...said.filter((one) => !known.has(one)).map(() => ({ line, code: 'unknown-column' }) as const),
    ...said
      .filter((one, n) => known.has(one) && said.indexOf(one) < n)
      .map((column) => ({ line, code: 'column-twice', column }) as const),
  ];
  if (faults.length > 0) return { faults };
  return { columns: { at: new Map(said.map((one, n) => [one, n])), width: said.length } };
}

/** The cells of a row by the names of their columns. */
export function cellsBy({ at }: Columns, cells: readonly string[]): Record<string, string> {
  return Object.fromEntries([...at].map(([name, n]) => [name, cells[n] ?? '']));
}
