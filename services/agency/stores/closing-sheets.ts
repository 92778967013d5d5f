import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Table } from '#shared/table';
import { mandateKey } from './mandate-rows.ts';

const stored = once(() =>
  z.object({
    ref: z.string(),
    sha256: z.string(),
    certificate: z.string(),
    bytes: z.int(),
    sealedAt: z.coerce.date(),
  }),
);
type ClosingSheet = z.infer<ReturnType<typeof stored>>;

const sheetKey = (id: string): Key => ({ ...mandateKey(id), sk: 'SHEET' });

/** The sealed sheets of mandates that are over: one each, beside the record. */
export function closingSheets(table: Table) {
  return {
    async sheetOf(id: string): Promise<ClosingSheet | undefined> {
      const row = await table.get(sheetKey(id));
      return row && stored().parse(row);
    },

    keepSheet: (id: string, sheet: ClosingSheet, cause: Cause) =>
      table.transact([...markWrites(cause), { put: { ...sheetKey(id), schema: 1, ...plain(sheet) }, when: ifAbsent }]),
  };
}
