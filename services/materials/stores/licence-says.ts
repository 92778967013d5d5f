import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import { says, type Says } from '../domain/licence/says.ts';
import { licenceKey } from './licence-rows.ts';
import { saysPrefix } from './licence-says-rows.ts';

const stored = once(() => says().extend({ caseId: z.uuid() }));

/** What licences say. */
export function saysStore(table: Table) {
  return {
    /** Of each edition of a licence, by the case that gave it. */
    async of(licenceId: string): Promise<ReadonlyMap<string, Says>> {
      const rows = await allRows(table, { partition: licenceKey(licenceId).pk, prefix: saysPrefix });
      return new Map(rows.map((row) => stored().parse(row)).map(({ caseId, ...content }) => [caseId, content]));
    },
  };
}
