import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import { idsOf, mergeCopy, widened, type MergeCopy } from './domain/group.ts';

const copyKey = (mergeId: string): Key => ({ pk: `MERGE#${mergeId}`, sk: 'COPY' });
const besideKey = (partyId: string, mergeId: string): Key => ({ pk: `PARTY#${partyId}`, sk: `MERGE#${mergeId}` });

/** Which ids are of one party: the copy of the merges that stand, under each id that they join. */
export function partyStore(table: Table) {
  async function mergesOf(partyId: string): Promise<MergeCopy[]> {
    const { pk: partition } = besideKey(partyId, '');
    return (await allRows(table, { partition, prefix: 'MERGE#' })).map((row) => mergeCopy().parse(row));
  }

  return {
    /** All ids of a party, itself first: walked from one to the next. One query where nothing is merged. */
    async group(start: string): Promise<string[]> {
      const asked = new Set<string>();
      let found = [start];
      for (let fresh = found; fresh.length > 0; fresh = found.filter((id) => !asked.has(id))) {
        for (const id of fresh) asked.add(id);
        found = widened(found, (await Promise.all(fresh.map(mergesOf))).flat());
      }
      return found;
    },

    async get(mergeId: string): Promise<MergeCopy | undefined> {
      const row = await table.get(copyKey(mergeId));
      return row && mergeCopy().parse(row);
    },

    /** Stores what a fact tells of a merge, and the same under each id that it joins while it stands. */
    async follow(copy: MergeCopy, known: number | undefined, cause: Cause): Promise<void> {
      const beside = idsOf(copy).map((id): Write => {
        const key = besideKey(id, copy.mergeId);
        return copy.state === 'merged' ? { put: { ...key, schema: 1, ...copy } } : { remove: key };
      });
      // The copy stays when a merge is undone: a late fact of its beginning must tell nothing new.
      const when = known === undefined ? ifAbsent : ifSequence(known);
      const put = { ...copyKey(copy.mergeId), schema: 1, ...copy };
      await table.transact([...markWrites(cause), { put, when }, ...beside]);
    },
  };
}
