import { allRows } from '#shared/all-rows';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Key, Table } from '#shared/table';
import { authority, type Authority } from '../domain/party/authority.ts';

export const authorityKey = (id: string): Key => ({ pk: `AUTHORITY#${id}`, sk: 'REC' });
export const delegatePartition = (partyId: string) => `DELEGATE#${partyId}`;
export const principalPartition = (partyId: string) => `PRINCIPAL#${partyId}`;

/** Between two parties there are few: what is over is left out when somebody acts, so a page of them is enough. */
const betweenTwo = 50;

const read = (row: unknown): Authority => authority().parse(row);

export type AuthorityStore = ReturnType<typeof authorityStore>;

/** Intake's copies of who may act for whom. */
export function authorityStore(table: Table) {
  return {
    /** Read consistently: what has ended is over in the moment in which the fact of it is stored. */
    async get(id: string): Promise<Authority | undefined> {
      const row = await table.get(authorityKey(id));
      return row && read(row);
    },

    /** What one party may do for another. */
    async between(delegate: string, principal: string): Promise<Authority[]> {
      const lookup = { partition: delegatePartition(delegate), prefix: `${principal}#`, limit: betweenTwo };
      const rows = await allRows(table, { index: 'index1', ...lookup });
      return rows.map(read);
    },

    /** For whom a party may act, by principal. */
    ofDelegate: (partyId: string, page: PageOf) =>
      list({ index: 'index1', partition: delegatePartition(partyId) }, page),

    /** Who may act for a party, by delegate. */
    ofPrincipal: (partyId: string, page: PageOf) =>
      list({ index: 'index2', partition: principalPartition(partyId) }, page),
  };

  async function list(
    { index, partition }: { index: 'index1' | 'index2'; partition: string },
    { limit, after }: PageOf,
  ): Promise<Page<Authority>> {
    const n = index.slice(-1);
    const start = after && { pk: after[1], sk: 'REC', [`pk${n}`]: partition, [`sk${n}`]: after[0] };
    const { rows, last } = await table.query({ index, partition, limit, ...(start && { after: start }) });
    const nextCursor = last ? cursorOf([String(last[`sk${n}`]), String(last['pk'])]) : null;
    return { items: rows.map(read), nextCursor };
  }
}

interface PageOf {
  limit: number;
  after: Position | undefined;
}
