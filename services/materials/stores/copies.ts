import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { Table } from '#shared/table';
import { copy, type Copy } from '../domain/copy/copy.ts';
import { copyKey, copyRow } from './copy-rows.ts';

/** Copies with watermarks. */
export function copyStore(table: Table) {
  return {
    async get(id: string): Promise<Copy | undefined> {
      const row = await table.get(copyKey(id));
      return row && copy().parse(row);
    },

    async made(found: Copy, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), { put: copyRow(found) }]);
    },
  };
}
