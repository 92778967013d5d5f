import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { once } from '#shared/once';
import { ifVersion, type Key, type Row, type Table } from '#shared/table';
import { bundleDefinition } from '../domain/bundle/definition.ts';
import { department, overlay, publishedItem } from '../domain/catalogue/item.ts';
import { withdrawal } from '../domain/catalogue/line.ts';
import type { Root } from './catalogue-pieces.ts';
import { writePieces } from './catalogue-writes.ts';
import { keepContents, linedUp } from './item-rows.ts';

const firstRow = once(() => z.object({ content: z.instanceof(Uint8Array) }));
const firstCatalogue = once(() =>
  z.object({
    version: z.int(),
    departments: z.array(department()),
    items: z.array(publishedItem()),
    bundles: z.array(bundleDefinition()),
    withdrawn: z.array(withdrawal()),
    adjustments: z.array(overlay()),
    counts: z.record(z.string(), z.int()),
  }),
);

/** A catalogue that was kept in one row until it was made of pieces: it is made of them now, and its row names them. */
export async function inPieces(table: Table, key: Key, row: Row): Promise<Root> {
  const { content } = firstRow().parse(row);
  const found = firstCatalogue().parse(JSON.parse(gunzipSync(content).toString('utf8')));
  const posted = found.items.map(({ version, since, from, adjusted, ...item }) => item);
  const items = found.items.map(({ version, since, from, adjusted, ...item }) => ({
    ...linedUp(item),
    version,
    since,
    from,
  }));
  await keepContents(table, posted, items);
  const made = await writePieces(table, { ...found, items }, new Set());
  await table.put({ ...key, schema: 2, ...made }, ifVersion(found.version));
  return made;
}
