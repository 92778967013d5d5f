import * as z from 'zod';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import type { CaseMatter } from '../standing.ts';
import { recordKey } from './rows.ts';

const matter = once(() =>
  z
    .object({
      id: z.uuid(),
      partyId: z.string(),
      itemKey: z.string(),
      authorityId: z.string().optional(),
      heldBy: z.string().optional(),
      projectId: z.string().optional(),
      stage: z.int().optional(),
    })
    .transform(({ id, ...rest }): CaseMatter => ({ caseId: id, ...rest })),
);

/** Whose a case is and what it is about, whoever asks: for those alone who find out whether somebody may come to it. */
export function matterStore(table: Table) {
  return {
    async get(caseId: string): Promise<CaseMatter | undefined> {
      const row = await table.get(recordKey(caseId));
      return row && matter().parse(row);
    },
  };
}
