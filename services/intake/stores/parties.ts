import { allRows } from '#shared/all-rows';
import type { Table } from '#shared/table';
import { proxy, type Proxy } from '../domain/party/authority.ts';
import { groupOf, mergeCopy, widened, type Group, type MergeCopy } from '../domain/party/group.ts';

export const partyPartition = (partyId: string) => `PARTY#${partyId}`;

async function walked(start: string, mergesOf: (partyId: string) => Promise<MergeCopy[]>): Promise<Group> {
  const asked = new Set<string>();
  let found: readonly string[] = [start];
  for (let fresh = found; fresh.length > 0; fresh = found.filter((id) => !asked.has(id))) {
    for (const id of fresh) asked.add(id);
    const merges = await Promise.all(fresh.map(mergesOf));
    found = widened(found, merges.flat());
  }
  return groupOf(start, found);
}

export type PartyStore = ReturnType<typeof partyStore>;

/** Which ids are of one party: every set's copy of the merges that stand, under each id that they join. */
export function partyStore(table: Table) {
  async function mergesOf(partyId: string): Promise<MergeCopy[]> {
    const rows = await allRows(table, { partition: partyPartition(partyId), prefix: 'MERGE#' });
    return rows.map((row) => mergeCopy().parse(row));
  }

  return {
    /**
     * All ids of a party, found by walking from one to the next: a chain, a cycle or a merge made twice is no special case,
     * and what is undone leaves no trace. One query for a party that was never merged, at most `maxIds` for any.
     */
    group: (start: string): Promise<Group> => walked(start, mergesOf),

    /** All ids of a party, and for whom any of them may act: in the same query. */
    async withProxies(start: string): Promise<{ ids: Group; proxies: Proxy[] }> {
      const proxies: Proxy[] = [];
      const ids = await walked(start, async (partyId) => {
        const rows = await allRows(table, { partition: partyPartition(partyId), from: 'MERGE#' });
        const merges = rows.filter(({ sk }) => String(sk).startsWith('MERGE#'));
        proxies.push(...rows.filter(({ sk }) => String(sk).startsWith('PROXY#')).map((row) => proxy().parse(row)));
        return merges.map((row) => mergeCopy().parse(row));
      });
      return { ids, proxies };
    },
  };
}
