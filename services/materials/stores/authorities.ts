import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifSequence, type Key, type Table } from '#shared/table';
import { authority, type Authority } from '../domain/authority/authority.ts';

const authorityKey = (id: string): Key => ({ pk: `AUTHORITY#${id}`, sk: 'REC' });
const delegatePartition = (partyId: string) => `DELEGATE#${partyId}`;

/** Between two parties there are few: a page of them is enough. */
const betweenTwo = 50;

/** The library's copies of who may act for whom. */
export function authorityStore(table: Table) {
  return {
    async get(id: string): Promise<Authority | undefined> {
      const row = await table.get(authorityKey(id));
      return row && authority().parse(row);
    },

    /** What one party may do for another. */
    async between(delegate: string, principal: string): Promise<Authority[]> {
      const lookup = { partition: delegatePartition(delegate), prefix: `${principal}#`, limit: betweenTwo };
      const rows = await allRows(table, { index: 'index1', ...lookup });
      return rows.map((row) => authority().parse(row));
    },

    /** Stores what a fact tells; `known` is the sequence that was read, absent where nothing was. */
    async follow(copy: Authority, known: number | undefined, cause: Cause): Promise<void> {
      const when = known === undefined ? ifAbsent : ifSequence(known);
      const place = { pk1: delegatePartition(copy.delegate), sk1: `${copy.principal}#${copy.authorityId}` };
      const row = { ...authorityKey(copy.authorityId), schema: 1, ...plain(copy), ...place };
      await table.transact([...markWrites(cause), { put: row, when }]);
    },
  };
}
