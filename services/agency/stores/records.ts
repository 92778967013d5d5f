import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { pageOf, type PageAt } from '#shared/record-page';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { Kept, RecordChange } from '../domain/record-change.ts';

/** Where a record stands in an index, if anywhere. */
export type Place = readonly [partition: string, place: string] | undefined;

interface Kind<Of extends Kept> {
  /** The first part of its partitions: `CONSULTATION`. */
  name: string;
  schema: () => z.ZodType<Of>;
  places: (kept: Of) => readonly [Place, Place, Place];
  /** When the clock has to look at it. */
  dueAt?: (kept: Of) => Date | undefined;
}

const storedEntry = once(() => z.object({ at: z.string(), act: z.string(), office: z.string() }));

/** Records of one kind: with their timelines, lists and facts, and the row by which the clock finds them. */
export function recordStore<Of extends Kept>(table: Table, publisher: Publisher, kind: Kind<Of>) {
  const keyOf = (id: string): Key => ({ pk: `${kind.name}#${id}`, sk: 'REC' });
  const read = (row: Row): Of => kind.schema().parse(row);

  /** The record, its timeline, its facts and where it is due; without the mark. */
  function writesOf({ before, after, act, facts }: RecordChange<Of>, cause: Cause): Write[] {
    const { pk } = keyOf(after.id);
    const { recorded, entryRow } = timelineRow(after, { pk, act, version: after.version }, cause);
    const due = { was: before && kind.dueAt?.(before), is: kind.dueAt?.(after) };
    return [
      {
        put: { ...keyOf(after.id), schema: 1, ...plain(recorded), ...indexed(kind.places(after)) },
        when: before ? ifVersion(before.version) : ifAbsent,
      },
      { put: entryRow, when: ifAbsent },
      ...dueWrites(pk, due, cause.at),
      ...outboxWrites(publisher, after, { facts, cause }),
    ];
  }

  return {
    writesOf,

    async get(id: string): Promise<Of | undefined> {
      const row = await table.get(keyOf(id));
      return row && read(row);
    },

    async timelineOf(id: string) {
      const rows = await allRows(table, { partition: keyOf(id).pk, prefix: 'T#' });
      return rows.map((row) => storedEntry().parse(row));
    },

    /** A page of lists by the rows of their index. */
    list: (
      { n, partitions, newestFirst }: { n: 1 | 2 | 3; partitions: readonly string[]; newestFirst: boolean },
      page: PageAt,
    ): Promise<Page<Of>> => pageOf(table, { n, partitions, newestFirst, keyOf, itemIn: read }, page),

    save: (change: RecordChange<Of>, cause: Cause) =>
      table.transact([...markWrites(cause), ...writesOf(change, cause)]),
  };
}

const indexed = (places: readonly Place[]): Row =>
  Object.fromEntries(
    places.flatMap((place, n) =>
      place
        ? [
            [`pk${n + 1}`, place[0]],
            [`sk${n + 1}`, place[1]],
          ]
        : [],
    ),
  );
