import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { SuspenseChange } from '../domain/suspense/act.ts';
import type { SuspenseState } from '../domain/suspense/graph.ts';
import { suspense, type Suspense } from '../domain/suspense/suspense.ts';
import { entryWrites } from './ledger.ts';
import { pageOf, type PageAt } from '#shared/record-page';
import { sifted } from './sifted.ts';
import { timelineIn, type Told } from './timeline.ts';

/** The rows of money in suspense: `SUSPENSE#<id>` with REC and T#<n>; of where it comes from, and among what stands so. */
const keyOf = (id: string): Key => ({ pk: `SUSPENSE#${id}`, sk: 'REC' });
const ofKey = (origin: string) => `SUSPENSE-OF#${origin}`;
const standingKey = (state: SuspenseState) => `SUSPENSE-IN#${state}`;
const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Suspense => suspense().parse(row);
const rows = { keyOf, itemIn };
const placeOf = ({ since, id }: Pick<Suspense, 'since' | 'id'>): string => `${since.toISOString()}#${id}`;

/** What nobody's is, item by item. */
export function suspenseStore(table: Table, publisher: Publisher) {
  /** What stands in one of these ways, the longest first. */
  const standing = (states: readonly SuspenseState[], at: PageAt): Promise<Page<Suspense>> =>
    pageOf(table, { n: 2, partitions: states.map(standingKey), newestFirst: false, ...rows }, at);
  return {
    async load(id: string): Promise<Suspense | undefined> {
      const row = await table.get(keyOf(id));
      return row && itemIn(row);
    },

    timeline: async (id: string): Promise<Told[]> => timelineIn(table, keyOf(id).pk),

    standing,

    /** Of that what is looked for. */
    list: (states: readonly SuspenseState[], fits: ((one: Suspense) => boolean) | undefined, at: PageAt) =>
      fits ? sifted((where) => standing(states, where), { ...at, fits, placeOf }) : standing(states, at),

    /** What an exception, a shift or a statement of the bank has brought there. */
    of: async (origin: string): Promise<Suspense[]> =>
      (await allRows(table, { index: 'index1', partition: ofKey(origin) })).map(itemIn),

    /** Record, timeline, entries and mark in one transaction, with what else the act writes. */
    async save(change: SuspenseChange, cause: Cause, more: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...suspenseWrites(change, cause, publisher), ...more]);
    },
  };
}

/** The writes of an act of money in suspense, without the mark; also of one that a run, a shift or an exception puts there. */
export function suspenseWrites({ before, item, act, entries }: SuspenseChange, cause: Cause, publisher: Publisher) {
  const { pk } = keyOf(item.id);
  const { recorded, entryRow } = timelineRow(item, { pk, act, version: item.version }, cause);
  const sort = placeOf(item);
  const place = { pk1: ofKey(item.origin.id), sk1: sort, pk2: standingKey(item.state), sk2: sort };
  const writes: Write[] = [
    {
      put: { ...keyOf(item.id), schema: 1, ...plain(recorded), ...place },
      when: before ? ifVersion(before.version) : ifAbsent,
    },
    { put: entryRow, when: ifAbsent },
    ...entryWrites({ entries, of: item.id }, cause, publisher),
  ];
  return writes;
}
