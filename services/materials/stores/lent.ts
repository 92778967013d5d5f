import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import type { Table, Write } from '#shared/table';
import type { Basis } from '../domain/material/basis.ts';
import type { CaseUse, Use } from '../domain/use/use.ts';

const partitionOf = (partyId: string) => `LENT#${partyId}`;
const lent = once(() => z.object({ caseId: z.uuid(), materialId: z.uuid(), version: z.int() }));
export type Lent = z.infer<ReturnType<typeof lent>>;

/** What documents of a party cases of others use: of ids that were merged with it, or of a party that it held them for. */
export function lentStore(table: Table) {
  return {
    async by(partyId: string): Promise<Lent[]> {
      const rows = await allRows(table, { partition: partitionOf(partyId) });
      return rows.map((row) => lent().parse(row));
    },
  };
}

/** What is not the party's by the id that applies is found again under the id that it is of. */
export function lentWrites(added: readonly Use[], { caseId, partyId }: CaseUse, pinned: readonly Basis[]): Write[] {
  return added.flatMap(({ materialId, version, requirement }): Write[] => {
    const owner = pinned.find(({ id }) => id === materialId)?.partyId;
    if (owner === undefined || owner === partyId) return [];
    const key = { pk: partitionOf(owner), sk: `${caseId}#${requirement}` };
    return [{ put: { ...key, schema: 1, caseId, materialId, version } }];
  });
}
