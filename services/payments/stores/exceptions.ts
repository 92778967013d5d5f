import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { exception, type Exception } from '../domain/exception/exception.ts';
import type { ExceptionAct, ExceptionState } from '../domain/exception/graph.ts';
import { pageOf, type PageAt } from './page.ts';

/** The rows of an exception: `EXCEPTION#<id>` with REC and T#<n>; of its reconciliation, and among those that stand so. */
const keyOf = (id: string): Key => ({ pk: `EXCEPTION#${id}`, sk: 'REC' });
const ofKey = (reconciliationId: string) => `EXCEPTIONS-OF#${reconciliationId}`;
const standingKey = (state: ExceptionState) => `EXCEPTIONS#${state}`;
const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Exception => exception().parse(row);
const rows = { keyOf, itemIn };

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

    /** Those that stand so, the longest first. */
    standing: (state: ExceptionState, at: PageAt): Promise<Page<Exception>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], newestFirst: false, ...rows }, at),

    /** Those of one reconciliation, however they stand. */
    of: (reconciliationId: string, at: PageAt): Promise<Page<Exception>> =>
      pageOf(table, { n: 1, partitions: [ofKey(reconciliationId)], newestFirst: false, ...rows }, at),

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
  const sort = `${after.raisedAt.toISOString()}#${after.id}`;
  const place = { pk1: ofKey(after.reconciliationId), sk1: sort, pk2: standingKey(after.state), sk2: sort };
  const writes: Write[] = [
    {
      put: { ...keyOf(after.id), schema: 1, ...plain(recorded), ...place },
      when: before ? ifVersion(before.version) : ifAbsent,
    },
    { put: entryRow, when: ifAbsent },
  ];
  return { recorded, writes };
}
