import { gzipSync } from 'node:zlib';
import { sha256 } from '#shared/cause';
import type { Key, Table } from '#shared/table';
import type { CatalogueInput, Item } from '../domain/catalogue/item.ts';
import { type ItemLine } from '../domain/catalogue/line.ts';
import { lineOf, type Outline } from '../domain/catalogue/outline.ts';
import { canonical } from '../domain/catalogue/same-content.ts';
import { contentKey } from './catalogue-pieces.ts';

// 132 bits tell texts apart; a row that names many of them stays small.
const nameCharacters = 22;

/** The name of what is kept by its hash. */
export const nameOf = (text: string): string => sha256(text).slice(0, nameCharacters);

/** What an edition or a part of one says, with a line for each item that names its content. */
export function outlineOf({ items, parts: _, ...rest }: CatalogueInput): Outline {
  return { ...rest, items: items.map(linedUp) };
}

/** The line of an item, which names its content. */
export function linedUp(item: Item): ItemLine {
  return lineOf(item, { content: nameOf(canonical(item)), bytes: Buffer.byteLength(JSON.stringify(item)) });
}

const rowsAtOnce = 100;

/** Keeps the contents of items under the names that their lines have: what nothing names yet is in nobody's way. */
export async function keepContents(table: Table, items: readonly Item[], lines: readonly ItemLine[]): Promise<void> {
  const rows = new Map(lines.map((line, n) => [line.content, [contentKey(line.key, line.content), items[n]] as const]));
  const puts = [...rows.values()].map(([key, item]) => ({ put: contentRow(key, item) }));
  for (let n = 0; n < puts.length; n += rowsAtOnce) await table.transact(puts.slice(n, n + rowsAtOnce));
}

/** An item as it is kept. */
export const contentRow = (key: Key, item: Item | undefined) => ({
  ...key,
  schema: 1,
  content: gzipSync(JSON.stringify(item)),
});
