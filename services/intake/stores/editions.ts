import { allRows } from '#shared/all-rows';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import {
  edition,
  editionEntry,
  type Edition,
  type EditionChange,
  type EditionEntry,
} from '../domain/catalogue/edition.ts';
import type { EditionState } from '../domain/catalogue/edition-state.ts';
import type { Item } from '../domain/catalogue/item.ts';
import { outline, type Outline } from '../domain/catalogue/outline.ts';
import { firstParts } from './first-edition.ts';
import { keepContents } from './item-rows.ts';

const partition = (id: string) => `EDITION#${id}`;
const recordKey = (id: string): Key => ({ pk: partition(id), sk: 'REC' });
const digits = (n: number, width: number) => String(n).padStart(width, '0');
/** A part of what an edition says since a version of it: what was said before that is no part of it any more. */
const partKey = ({ id, begun }: Pick<Edition, 'id' | 'begun'>, part: number): Key => ({
  pk: partition(id),
  sk: `${partsOf({ begun })}${digits(part, 4)}`,
});
const partsOf = ({ begun }: Pick<Edition, 'begun'>) => `P#${digits(begun, 6)}#`;
const listPartition = (state: EditionState) => `EDITIONS#${state}`;

const numbered = once(() => z.object({ part: z.int() }));
const packed = once(() => z.object({ content: z.instanceof(Uint8Array) }));

/** A part that has come, with its number. */
export interface Part {
  part: number;
  outline: Outline;
}

/** The editions of a catalogue, each with what it says in a row apart. */
export function editionStore(table: Table, publisher: Publisher) {
  return {
    async get(id: string): Promise<Edition | undefined> {
      const row = await table.get(recordKey(id));
      return row && edition().parse(row);
    },

    /** The parts that have come, in order. */
    async parts(found: Edition): Promise<Part[]> {
      const rows = await allRows(table, { partition: partition(found.id), prefix: partsOf(found) });
      return rows.length > 0 ? rows.map(partIn) : firstParts(table, found);
    },

    async part(found: Edition, part: number): Promise<Outline | undefined> {
      const row = await table.get(partKey(found, part));
      const parts = row ? [partIn(row)] : await firstParts(table, found);
      return parts.find((one) => one.part === part)?.outline;
    },

    /** Keeps the items of what is about to be saved: until then nothing names them. */
    keep: (items: readonly Item[], { items: lines }: Outline) => keepContents(table, items, lines),

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
      const { before, edition: next, act, reason, content, part, facts } = change;
      const { id, version, catalogueVersion = 0 } = next;
      const entry = { at: cause.at.toISOString(), act, office: cause.office, actor: cause.actor.sub, reason };
      const sk = `T#${digits(version, 6)}`;
      await table.transact([
        ...markWrites(cause),
        { put: rowOf(next), when: before ? ifVersion(before.version) : ifAbsent },
        ...(content && part ? [{ put: partRow(next, { part, outline: content }) }] : []),
        { put: { pk: partition(id), sk, schema: 1, ...entry }, when: ifAbsent },
        ...also,
        ...outboxWrites(publisher, { id: 'catalogue', version: catalogueVersion }, { facts, cause }),
      ]);
    },
  };
}

const partRow = (of: Edition, { part, outline: said }: Part) => ({
  ...partKey(of, part),
  schema: 1,
  part,
  content: gzipSync(JSON.stringify(said)),
});

function partIn(row: Row): Part {
  return { part: numbered().parse(row).part, outline: outline().parse(unpacked(row)) };
}

const unpacked = (row: Row): unknown => JSON.parse(gunzipSync(packed().parse(row).content).toString('utf8'));

function rowOf(found: Edition) {
  const place = { pk1: listPartition(found.state), sk1: `${found.createdAt.toISOString()}#${found.id}` };
  return { ...recordKey(found.id), schema: 1, ...plain(found), ...place };
}
