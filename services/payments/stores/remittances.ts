import * as z from 'zod';
import { once } from '#shared/once';
import type { Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { RemittanceState } from '../domain/remittance/graph.ts';
import { remittance, type Remittance } from '../domain/remittance/remittance.ts';
import { drawnListStore } from './drawn-lists.ts';
import { takenKey } from './released.ts';

const taken = once(() => z.object({ list: z.string() }));

/** 缴库清单: what was drawn of released money, and how it stands. */
export function remittanceStore(table: Table, publisher: Publisher) {
  const kind = { name: 'REMITTANCE' as const, parse: (row: unknown) => remittance().parse(row) };
  const store = drawnListStore<RemittanceState, Remittance>(kind, table, publisher);
  return {
    ...store,

    /** The list that has taken what a reconciliation or exception has released; undefined while that waits, or is not released. */
    async thatTook(source: string): Promise<Remittance | undefined> {
      const row = await table.get(takenKey(source));
      return row && store.load(taken().parse(row).list);
    },
  };
}
