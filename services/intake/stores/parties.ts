import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import { groupOf, idsOf, mergeCopy, widened, type Group, type MergeCopy } from '../domain/party/group.ts';

const copyKey = (mergeId: string): Key => ({ pk: `MERGE#${mergeId}`, sk: 'COPY' });
const partyPartition = (partyId: string) => `PARTY#${partyId}`;

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
    async group(start: string): Promise<Group> {
      const asked = new Set<string>();
      let found: readonly string[] = [start];
      for (let fresh = found; fresh.length > 0; fresh = found.filter((id) => !asked.has(id))) {
        for (const id of fresh) asked.add(id);
        const merges = await Promise.all(fresh.map(mergesOf));
        found = widened(found, merges.flat());
      }
      return groupOf(start, found);
    },

    async get(mergeId: string): Promise<MergeCopy | undefined> {
      const row = await table.get(copyKey(mergeId));
      return row && mergeCopy().parse(row);
    },

    /** Stores what a fact tells of a merge, and the same under each id that it joins while it stands. */
    async follow(copy: MergeCopy, known: number | undefined, cause: Cause): Promise<void> {
      const when = known === undefined ? ifAbsent : ifSequence(known);
      const writes = idsOf(copy).map((id): Write => {
        const key = { pk: partyPartition(id), sk: `MERGE#${copy.mergeId}` };
        return copy.state === 'merged' ? { put: { ...key, schema: 1, ...copy } } : { remove: key };
      });
      // The copy stays when a merge is undone: a late fact of its beginning must tell nothing new.
      await table.transact([
        ...markWrites(cause),
        { put: { ...copyKey(copy.mergeId), schema: 1, ...copy }, when },
        ...writes,
      ]);
    },
  };
}
