import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { SettlementState } from '../domain/settlement/graph.ts';
import {
  settlement,
  type DrawnSettlement,
  type Settlement,
  type SettlementChange,
} from '../domain/settlement/settlement.ts';
import { entryWrites } from './ledger.ts';
import { pageOf, type PageAt } from './page.ts';
import { takenWrites } from './released.ts';

/** The rows of a settlement: `SETTLEMENT#<id>` with REC and T#<n>; of its day (index1), among those that stand so (index2). */
export const settlementKey = (id: string): Key => ({ pk: `SETTLEMENT#${id}`, sk: 'REC' });
const dayKey = (day: string) => `SETTLEMENTS#${day}`;
const standingKey = (state: SettlementState) => `SETTLEMENTS-IN#${state}`;
const itemIn = ({ schema, pk, sk, pk1, sk1, pk2, sk2, ...row }: Row): Settlement => settlement().parse(row);
const rows = { keyOf: settlementKey, itemIn };

/** 清分结算: what payees with accounts of their own are paid. */
export function settlementStore(table: Table, publisher: Publisher) {
  return {
    async load(id: string): Promise<Settlement | undefined> {
      const row = await table.get(settlementKey(id));
      return row && itemIn(row);
    },

    /** Those of a day, by merchant. */
    ofDay: (day: string, at: PageAt): Promise<Page<Settlement>> =>
      pageOf(table, { n: 1, partitions: [dayKey(day)], newestFirst: false, ...rows }, at),

    /** Those that stand so, the oldest first. */
    standing: (state: SettlementState, at: PageAt): Promise<Page<Settlement>> =>
      pageOf(table, { n: 2, partitions: [standingKey(state)], newestFirst: false, ...rows }, at),

    /** It takes what it is of: each release once, in the transaction that makes it (I11). */
    async draw(change: DrawnSettlement, cause: Cause): Promise<void> {
      const out = change.taken.flatMap((one) => takenWrites(one, change.after.id));
      await table.transact([...markWrites(cause), ...settlementWrites(change, cause, publisher), ...out]);
    },

    async save(change: SettlementChange, cause: Cause, more: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...settlementWrites(change, cause, publisher), ...more]);
    },
  };
}

function settlementWrites(
  { before, after, act, entries }: SettlementChange,
  cause: Cause,
  publisher: Publisher,
): Write[] {
  const { pk } = settlementKey(after.id);
  const { recorded, entryRow } = timelineRow(after, { pk, act, version: after.version }, cause);
  const place = { pk1: dayKey(after.day), sk1: after.id };
  const stands = { pk2: standingKey(after.state), sk2: `${after.day}#${after.id}` };
  return [
    {
      put: { ...settlementKey(after.id), schema: 1, ...plain(recorded), ...place, ...stands },
      when: before ? ifVersion(before.version) : ifAbsent,
    },
    { put: entryRow, when: ifAbsent },
    ...entryWrites({ entries, of: after.id }, cause, publisher),
  ];
}
