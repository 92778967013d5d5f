import { allRows } from '#shared/all-rows';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table, type Write } from '#shared/table';
import {
  edition,
  editionEntry,
  type Edition,
  type EditionChange,
  type EditionEntry,
} from '../domain/catalogue/edition.ts';
import type { EditionState } from '../domain/catalogue/edition-state.ts';
import { catalogueInput, type CatalogueInput } from '../domain/catalogue/item.ts';

const partition = (id: string) => `EDITION#${id}`;
const recordKey = (id: string): Key => ({ pk: partition(id), sk: 'REC' });
const contentKey = (id: string): Key => ({ pk: partition(id), sk: 'CONTENT' });
const listPartition = (state: EditionState) => `EDITIONS#${state}`;

const packed = once(() => z.object({ content: z.instanceof(Uint8Array) }));
/** The editions of a catalogue, each with what it says in a row apart. */
export function editionStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<Edition | undefined> {
      const row = await table.get(recordKey(id));
      return row && edition().parse(row);
    },

    async contentOf(id: string): Promise<CatalogueInput> {
      const { content } = packed().parse(await table.get(contentKey(id)));
      return catalogueInput().parse(JSON.parse(gunzipSync(content).toString('utf8')));
    },

    /** Who did what with it, oldest first. */
    async timeline(id: string): Promise<EditionEntry[]> {
      const rows = await allRows(table, { partition: partition(id), prefix: 'T#' });
      return rows.map((row) => editionEntry().parse(row));
    },

    /** Editions in a state, newest first. */
    async list(
      state: EditionState,
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<Edition>> {
      const place = { index: 'index1', partition: listPartition(state), newestFirst: true, limit } as const;
      const start = after && { after: { pk: after[1], sk: 'REC', pk1: place.partition, sk1: after[0] } };
      const { rows, last } = await table.query({ ...place, ...start });
      const nextCursor = last ? cursorOf([String(last['sk1']), String(last['pk'])]) : null;
      return { items: rows.map((row) => edition().parse(row)), nextCursor };
    },

    /** Record, content, timeline entry, facts and mark of an act in one transaction, with what else it writes. */
    async save(change: EditionChange, cause: Cause, also: readonly Write[] = []): Promise<void> {
      const { before, edition: next, act, reason, content, facts } = change;
      const { id, version, catalogueVersion = 0 } = next;
      const entry = { at: cause.at.toISOString(), act, office: cause.office, actor: cause.actor.sub, reason };
      const sk = `T#${String(version).padStart(6, '0')}`;
      await table.transact([
        ...markWrites(cause),
        { put: rowOf(next), when: before ? ifVersion(before.version) : ifAbsent },
        ...(content ? [{ put: { ...contentKey(id), schema: 1, content: gzipSync(JSON.stringify(content)) } }] : []),
        { put: { pk: partition(id), sk, schema: 1, ...entry }, when: ifAbsent },
        ...also,
        ...outboxWrites(publisher, { id: 'catalogue', version: catalogueVersion }, { facts, cause }),
      ]);
    },
  };
}

function rowOf(found: Edition) {
  const place = { pk1: listPartition(found.state), sk1: `${found.createdAt.toISOString()}#${found.id}` };
  return { ...recordKey(found.id), schema: 1, ...plain(found), ...place };
}
