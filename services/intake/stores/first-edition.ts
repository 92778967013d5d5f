import { gunzipSync } from 'node:zlib';
import * as z from 'zod';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import type { Edition } from '../domain/catalogue/edition.ts';
import { catalogueInput } from '../domain/catalogue/item.ts';
import type { Outline } from '../domain/catalogue/outline.ts';
import { keepContents, outlineOf } from './item-rows.ts';

const firstRow = once(() => z.object({ content: z.instanceof(Uint8Array) }));

/** What an edition says that was kept in one row, with its items, until editions came in parts; nothing of one that was not. */
export async function firstParts(table: Table, { id, begun }: Edition): Promise<{ part: number; outline: Outline }[]> {
  const row = begun === 1 ? await table.get({ pk: `EDITION#${id}`, sk: 'CONTENT' }) : undefined;
  if (!row) return [];
  const { content } = firstRow().parse(row);
  const said = catalogueInput().parse(JSON.parse(gunzipSync(content).toString('utf8')));
  const outline = outlineOf(said);
  await keepContents(table, said.items, outline.items);
  return [{ part: 1, outline }];
}
