import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { RemittanceState } from '../domain/remittance/graph.ts';
import type { Released } from '../domain/remittance/released.ts';
import { remittance, type Drawn, type Remittance, type RemittanceChange } from '../domain/remittance/remittance.ts';
import { entryWrites } from './ledger.ts';
import { pageOf, type PageAt } from './page.ts';
import { takenKey, takenWrites } from './released.ts';

/** The rows of a list: `REMITTANCE#<id>` with REC and T#<n>; of its day (index1), among those that stand so (index2). */
export const listKey = (id: string): Key => ({ pk: `REMITTANCE#${id}`, sk: 'REC' });
const keyOf = listKey;
const dayKey = (day: string) => `REMITTANCES#${day}`;
const standingKey = (state: RemittanceState) => `REMITTANCES-IN#${state}`;
const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Remittance => remittance().parse(row);
const rows = { keyOf, itemIn };
const taken = once(() => z.object({ list: z.string() }));

/** 缴库清单: what was drawn of released money, and how it stands. */
export function remittanceStore(table: Table, publisher: Publisher) {
  const load = async (id: string): Promise<Remittance | undefined> => {
    const row = await table.get(keyOf(id));
    return row && itemIn(row);
  };
  return {
    load,

    /** Those of a day, by merchant. */
    ofDay: (day: string, at: PageAt): Promise<Page<Remittance>> =>
      pageOf(table, { n: 1, partitions: [dayKey(day)], newestFirst: false, ...rows }, at),

    /** Those that stand so, the oldest first. */
    standing: (state: RemittanceState, at: PageAt): Promise<Page<Remittance>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], newestFirst: false, ...rows }, at),

    /** The list that has taken what a reconciliation or exception has released; undefined while that waits, or is not released. */
    async thatTook(source: string): Promise<Remittance | undefined> {
      const row = await table.get(takenKey(source));
      return row && load(taken().parse(row).list);
    },

    /** A list takes what it is of: each release once, in the transaction that makes the list (I11). */
    async draw(change: Drawn, cause: Cause): Promise<void> {
      const out = change.taken.flatMap((one: Released) => takenWrites(one, change.after.id));
      await table.transact([...markWrites(cause), ...remittanceWrites(change, cause, publisher), ...out]);
    },

    async save(change: RemittanceChange, cause: Cause, more: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...remittanceWrites(change, cause, publisher), ...more]);
    },
  };
}

/** The writes of an act of a list, without the mark. */
function remittanceWrites(
  { before, after, act, entries }: RemittanceChange,
  cause: Cause,
  publisher: Publisher,
): Write[] {
  const { pk } = keyOf(after.id);
  const { recorded, entryRow } = timelineRow(after, { pk, act, version: after.version }, cause);
  const place = { pk1: dayKey(after.day), sk1: after.id };
  const stands = { pk2: standingKey(after.state), sk2: `${after.day}#${after.id}` };
  return [
    {
      put: { ...keyOf(after.id), schema: 1, ...plain(recorded), ...place, ...stands },
      when: before ? ifVersion(before.version) : ifAbsent,
    },
    { put: entryRow, when: ifAbsent },
    ...entryWrites({ entries, of: after.id }, cause, publisher),
  ];
}
