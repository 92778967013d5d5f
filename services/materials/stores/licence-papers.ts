import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import type { Key, Table } from '#shared/table';
import { paper, type Paper } from '../domain/licence/paper.ts';
import type { Says } from '../domain/licence/says.ts';
import { licenceKey } from './licence-rows.ts';
import { saysWrite } from './licence-says-rows.ts';

/** Beside the record of its licence, and apart from it: it may come before the decision is heard of, and changes nothing of how that stands. */
const paperKey = (licenceId: string, caseId: string): Key => ({ pk: licenceKey(licenceId).pk, sk: `PAPER#${caseId}` });

/** That the result of a case was delivered may be heard before its licence is, and names its case alone. */
const deliveredKey = (caseId: string): Key => ({ pk: `DELIVERED#${caseId}`, sk: 'REC' });

/** The sealed papers of licences. */
export function paperStore(table: Table) {
  return {
    async get(licenceId: string, caseId: string): Promise<Paper | undefined> {
      const row = await table.get(paperKey(licenceId, caseId));
      return row && paper().parse(row);
    },

    /** Whether the office has handed over what a case gave, as its set does: not before it is paid for, and with proof. */
    isDelivered: async (caseId: string): Promise<boolean> => (await table.get(deliveredKey(caseId))) !== undefined,

    async deliver(caseId: string, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), { put: { ...deliveredKey(caseId), schema: 1 } }]);
    },

    /** With what the edition says, where its office has told that. */
    async keep(found: Paper, says: Says | undefined, cause: Cause): Promise<void> {
      const row = { ...paperKey(found.licenceId, found.caseId), schema: 1, ...plain(found) };
      const content = says ? [saysWrite(found.licenceId, found.caseId, says)] : [];
      await table.transact([...markWrites(cause), { put: row }, ...content]);
    },
  };
}
