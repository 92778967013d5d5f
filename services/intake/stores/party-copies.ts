import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import { idsOf, mergeCopy, type MergeCopy } from '../domain/party/group.ts';
import { partyPartition } from './parties.ts';

const copyKey = (mergeId: string): Key => ({ pk: `MERGE#${mergeId}`, sk: 'COPY' });

/** Writes a set's copies of merges: what facts alone do. */
export function partyCopies(table: Table) {
  return {
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
