import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import type { Bar } from '../domain/case/bar.ts';
import { barKey, barPrefix } from './bar-rows.ts';

const bar = once(() =>
  z.object({
    caseId: z.string(),
    itemKey: z.string(),
    licence: z.string().optional(),
    until: z.string(),
    basis: z.string(),
  }),
);

/** What bars parties from applying again, each beside the id of the party that it was decided of. */
export function barStore(table: Pick<Table, 'query'>) {
  return {
    /** Of a party, by any of its ids: one range for each. Those that have run out are among them. */
    async of(partyIds: readonly string[]): Promise<Bar[]> {
      const ranges = partyIds.map((id) => allRows(table, { partition: barKey(id, '').pk, prefix: barPrefix }));
      return (await Promise.all(ranges)).flat().map((row) => bar().parse(row));
    },
  };
}
