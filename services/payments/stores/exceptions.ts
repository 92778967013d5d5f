import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { rowsAt } from '#shared/rows-at';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { exception, type Exception } from '../domain/exception/exception.ts';
import type { ExceptionAct, ExceptionState } from '../domain/exception/graph.ts';
import { lookAt } from '../domain/exception/raise.ts';
import { dueWrites } from '#shared/due';
import { pageOf, type PageAt } from '#shared/record-page';
import { sifted } from './sifted.ts';
import { timelineIn, type Told } from './timeline.ts';

/** The rows of an exception: `EXCEPTION#<id>` with REC and T#<n>; of its reconciliation, and among those that stand so. */
export const exceptionKey = (id: string): Key => ({ pk: `EXCEPTION#${id}`, sk: 'REC' });
const keyOf = exceptionKey;
const ofKey = (reconciliationId: string) => `EXCEPTIONS-OF#${reconciliationId}`;
const standingKey = (state: ExceptionState) => `EXCEPTIONS#${state}`;
const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Exception => exception().parse(row);
const rows = { keyOf, itemIn };
const refundPointer = (refundId: string): Key => ({ pk: `EXCEPTION-OF-REFUND#${refundId}`, sk: 'REC' });
const pointer = once(() => z.object({ exceptionId: z.uuid() }));
/** By what the end of a refund finds the exception that waits for it. */
export const waitsFor = (refundId: string, exceptionId: string): Write => ({
  put: { ...refundPointer(refundId), schema: 1, exceptionId },
  when: ifAbsent,
});
/** By when it was found, and then by its id. */
export const placeOf = ({ raisedAt, id }: Pick<Exception, 'raisedAt' | 'id'>): string =>
  `${raisedAt.toISOString()}#${id}`;

export interface ExceptionChange {
  before: Exception | undefined;
  after: Exception;
  act: ExceptionAct | 'raise' | 'change';
}

/** What a run could not match, and what becomes of it. */
export function exceptionStore(table: Table) {
  return {
    async load(id: string): Promise<Exception | undefined> {
      const row = await table.get(keyOf(id));
      return row && itemIn(row);
    },

    /** Those of so many ids, in their order. */
    async loadAll(ids: readonly string[]): Promise<(Exception | undefined)[]> {
      return (await rowsAt(table, ids.map(keyOf))).map((row) => row && itemIn(row));
    },

    /** Those that stand so, the longest first. */
    standing: (state: ExceptionState, at: PageAt): Promise<Page<Exception>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], newestFirst: false, ...rows }, at),

    /** Those of one reconciliation, however they stand. */
    of: (reconciliationId: string, at: PageAt): Promise<Page<Exception>> =>
      pageOf(table, { n: 1, partitions: [ofKey(reconciliationId)], newestFirst: false, ...rows }, at),

    /** What stands in one of these ways and is looked for, the longest first; a page may be short where much else stands there too. */
    list(states: readonly ExceptionState[], fits: ((one: Exception) => boolean) | undefined, at: PageAt) {
      const standing = { n: 2 as const, partitions: states.map(standingKey), newestFirst: false, ...rows };
      const read = (where: PageAt): Promise<Page<Exception>> => pageOf(table, standing, where);
      return fits ? sifted(read, { ...at, fits, placeOf }) : read(at);
    },

    timeline: async (id: string): Promise<Told[]> => timelineIn(table, keyOf(id).pk),

    /** The exception that waits for a refund. */
    async byRefund(refundId: string): Promise<string | undefined> {
      const row = await table.get(refundPointer(refundId));
      return row && pointer().parse(row).exceptionId;
    },

    /** All of one reconciliation, however they stand: for a run, which looks at each. */
    everyOf: async (reconciliationId: string): Promise<Exception[]> =>
      (await allRows(table, { index: 'index1', partition: ofKey(reconciliationId) })).map(itemIn),

    async save(change: ExceptionChange, cause: Cause, more: readonly Write[] = []): Promise<Exception> {
      const { recorded, writes } = exceptionWrites(change, cause);
      await table.transact([...markWrites(cause), ...writes, ...more]);
      return recorded;
    },
  };
}

/** The writes of an act of an exception, without the mark: its record and its timeline. */
export function exceptionWrites({ before, after, act }: ExceptionChange, cause: Cause) {
  const { pk } = keyOf(after.id);
  const { recorded, entryRow } = timelineRow(after, { pk, act, version: after.version }, cause);
  const sort = placeOf(after);
  const place = { pk1: ofKey(after.reconciliationId), sk1: sort, pk2: standingKey(after.state), sk2: sort };
  const writes: Write[] = [
    {
      put: { ...keyOf(after.id), schema: 1, ...plain(recorded), ...place },
      when: before ? ifVersion(before.version) : ifAbsent,
    },
    { put: entryRow, when: ifAbsent },
    ...dueWrites(pk, { was: before && lookAt(before), is: lookAt(after) }, cause.at),
  ];
  return { recorded, writes };
}
