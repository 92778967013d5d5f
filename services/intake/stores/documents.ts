import { allRows } from '#shared/all-rows';
import type { Scope } from '#shared/access';
import type { Table } from '#shared/table';
import { visible } from './applications.ts';
import { documentName, isMade, sealed, sealedKey, type Sealed } from './document-rows.ts';
import { recordKey } from './rows.ts';

/** 文书: what was put in writing in a case. The files are in the bucket; here is what each is and how it is known again. */
export function documentStore(table: Table) {
  return {
    /** Those of a case that are made, oldest first; undefined where the case is out of the scope. */
    async list(scope: Scope, caseId: string): Promise<Sealed[] | undefined> {
      const { pk } = recordKey(caseId);
      const [record, rows] = await Promise.all([
        table.get(recordKey(caseId)),
        allRows(table, { partition: pk, prefix: 'DOC#' }),
      ]);
      return visible(scope, record) && rows.filter(isMade).map((row) => sealed().parse(row));
    },

    async sealed(verification: string): Promise<Sealed | undefined> {
      const row = await table.get(sealedKey(verification));
      return row && sealed().parse(row);
    },
  };
}

/** The document of a name within its case: `2-receipt`. */
export const named = (documents: readonly Sealed[], name: string): Sealed | undefined =>
  documents.find(({ version, kind }) => documentName(version, kind) === name);
