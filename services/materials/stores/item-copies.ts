import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import { itemCopy, type ItemCopy } from '../domain/match/item.ts';

const itemKey = ({ district, item }: Pick<ItemCopy, 'district' | 'item'>): Key => ({
  pk: `ITEM#${district}#${item}`,
  sk: 'REC',
});

/** What the items of all sets ask for: copies, each replaced by what a later catalogue tells of it. */
export function itemCopyStore(table: Table) {
  return {
    async get(which: Pick<ItemCopy, 'district' | 'item'>): Promise<ItemCopy | undefined> {
      const row = await table.get(itemKey(which));
      return row && itemCopy().parse(row);
    },

    /** Takes over what a fact tells, but for what is older than is known; all of it in one transaction. */
    async follow(told: readonly ItemCopy[], cause: Cause): Promise<void> {
      const rows = await table.getAll(told.map(itemKey));
      const writes = told.flatMap((one, n): Write[] => {
        const known = rows[n] && itemCopy().parse(rows[n]);
        if (known && known.sequence >= one.sequence) return [];
        const when = known ? ifSequence(known.sequence) : ifAbsent;
        return [{ put: { ...itemKey(one), schema: 1, ...plain(one) }, when }];
      });
      await table.transact([...markWrites(cause), ...writes]);
    },
  };
}
