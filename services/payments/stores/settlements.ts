import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { SettlementState } from '../domain/settlement/graph.ts';
import { settlement, type Settlement, type SettlementRejected } from '../domain/settlement/settlement.ts';
import type { Cause } from '#shared/cause';
import { drawnListStore } from './drawn-lists.ts';
import { givenBackWrites } from './released.ts';

/** 清分结算: what payees with accounts of their own are paid. */
export function settlementStore(table: Table, publisher: Publisher) {
  const kind = { name: 'SETTLEMENT' as const, parse: (row: unknown) => settlement().parse(row) };
  const store = drawnListStore<SettlementState, Settlement>(kind, table, publisher);
  return {
    ...store,

    /** What it has taken waits again, in the same transaction. */
    reject: (change: SettlementRejected, cause: Cause): Promise<void> =>
      store.save(
        change,
        cause,
        change.givenBack.flatMap((one) => givenBackWrites(one, change.after.id)),
      ),
  };
}
