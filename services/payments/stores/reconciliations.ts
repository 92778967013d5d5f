import { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import * as z from 'zod';
import { fact, type Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { once } from '#shared/once';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { ReconciliationAct, ReconciliationState } from '../domain/reconciliation/graph.ts';
import { reconciliation, type Reconciliation } from '../domain/reconciliation/reconciliation.ts';
import { allRows } from '#shared/all-rows';
import type { Page } from '#shared/page';
import { pageOf, type PageAt } from '#shared/record-page';

/** The rows of a reconciliation: `RECONCILIATION#<id>` with REC and T#<n>; among those of its day, and among those that stand so. */
const keyOf = (id: string): Key => ({ pk: `RECONCILIATION#${id}`, sk: 'REC' });
const dayKey = (day: string) => `RECONCILIATIONS#${day}`;
const standingKey = (state: ReconciliationState) => `RECONCILIATIONS-STANDING#${state}`;
/** The last day whose statements are all expected. */
const expectedKey: Key = { pk: 'STATEMENTS', sk: 'EXPECTED' };
const expectedDay = once(() => z.object({ day: z.iso.date() }));
const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Reconciliation => reconciliation().parse(row);
/** So many that stand so are looked at in a turn, the newest first. */
const mostStanding = 300;

export interface ReconciliationChange {
  before: Reconciliation | undefined;
  after: Reconciliation;
  act: ReconciliationAct | 'expect' | 'shard';
}

/** What is expected, received and found of each channel's statements. */
export function reconciliationStore(table: Table, publisher: Publisher) {
  const standing = async (state: ReconciliationState): Promise<Reconciliation[]> => {
    const place = { index: 'index2', partition: standingKey(state), newestFirst: true, limit: mostStanding } as const;
    return (await table.query(place)).rows.map(itemIn);
  };
  return {
    async load(id: string): Promise<Reconciliation | undefined> {
      const row = await table.get(keyOf(id));
      return row && itemIn(row);
    },

    /** All of an accounting day, by channel and merchant. */
    async ofDay(day: string): Promise<Reconciliation[]> {
      return (await allRows(table, { index: 'index1', partition: dayKey(day) })).map(itemIn);
    },

    /** A page of them. */
    pageOfDay: (day: string, at: PageAt): Promise<Page<Reconciliation>> =>
      pageOf(table, { n: 1, partitions: [dayKey(day)], newestFirst: false, keyOf, itemIn }, at),

    /** Those of which nothing has come, the newest first; `missing` are those that are late. */
    waiting: async (): Promise<Reconciliation[]> =>
      (await Promise.all([standing('awaited'), standing('missing')])).flat(),
    missing: () => standing('missing'),
    /** Those whose files are being matched. */
    underWay: async (): Promise<Reconciliation[]> =>
      (await Promise.all([standing('received'), standing('split')])).flat(),

    async expectedThrough(): Promise<string | undefined> {
      const row = await table.get(expectedKey);
      return row && expectedDay().parse(row).day;
    },
    expected: (day: string): Promise<void> => table.transact([{ put: { ...expectedKey, schema: 1, day } }]),

    /** Record, timeline, facts and mark in one transaction, with what else the act writes. */
    async save(change: ReconciliationChange, cause: Cause, more: readonly Write[] = []): Promise<Reconciliation> {
      const { recorded, writes } = reconciliationWrites(change, cause, publisher);
      await table.transact([...markWrites(cause), ...writes, ...more]);
      return recorded;
    },
  };
}

/** The writes of an act of a reconciliation, without the mark. */
function reconciliationWrites({ before, after, act }: ReconciliationChange, cause: Cause, publisher: Publisher) {
  const { pk } = keyOf(after.id);
  const stepped = act === 'begin-again' ? after : { ...after, steppedAt: cause.at };
  const { recorded, entryRow } = timelineRow(stepped, { pk, act, version: after.version }, cause);
  const place = {
    pk1: dayKey(after.day),
    sk1: `${after.channel}#${after.merchant}`,
    pk2: standingKey(after.state),
    sk2: `${after.day}#${after.id}`,
  };
  const writes: Write[] = [
    {
      put: { ...keyOf(after.id), schema: 1, ...plain(recorded), ...place },
      when: before ? ifVersion(before.version) : ifAbsent,
    },
    { put: entryRow, when: ifAbsent },
    ...outboxWrites(publisher, recorded, { facts: factsOf({ before, after, act }), cause }),
  ];
  return { recorded, writes };
}

/** Others hear of it when it stands otherwise, or another file has come. */
function factsOf({ before, after, act }: ReconciliationChange): Fact[] {
  const { id: reconciliationId, channel, merchant, day, state, file } = after;
  const said = { reconciliationId, channel, merchant, day, revision: file?.revision ?? 0 };
  // The run begins where the one that has stopped was.
  if (act === 'begin-again') return [fact(ReconciliationChangedV1, { ...said, state: 'received' })];
  if (state === 'awaited' || state === 'split') return [];
  if (before?.state === state && before.file?.revision === said.revision) return [];
  return [fact(ReconciliationChangedV1, { ...said, state })];
}
