import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import { openedWrites, type Opening } from './opening-rows.ts';

/** Opens cases upon others that have ended, in a transaction of their own. */
export function openingStore(table: Pick<Table, 'transact'>, publisher: Publisher) {
  return {
    async open(opening: Opening, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...openedWrites(publisher, opening, cause)]);
    },
  };
}
