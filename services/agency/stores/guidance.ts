import type { Fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { plain } from '#shared/plain';
import { rowsAt } from '#shared/rows-at';
import { ifAbsent, ifSequence, type Key, type Table, type Write } from '#shared/table';
import { itemCopy, type ItemCopy } from '../domain/guidance/item-copy.ts';
import { sheet, type Sheet } from '../domain/guidance/sheet.ts';
import { projectKey } from './project-rows.ts';

const prefix = 'G#';
const sheetKey = ({ projectId, n }: Pick<Sheet, 'projectId' | 'n'>): Key => ({
  pk: projectKey(projectId).pk,
  sk: `${prefix}${String(n).padStart(6, '0')}`,
});
const itemKey = (item: string): Key => ({ pk: `ITEM#${item}`, sk: 'COPY' });

/** 指导单 beside their project, each kept as it was given, and what the items of the set ask for. */
export function guidanceStore(table: Table, publisher: Publisher) {
  /** The copies of these items that there are. */
  async function items(keys: readonly string[]): Promise<ReadonlyMap<string, ItemCopy>> {
    const rows = await rowsAt(table, keys.map(itemKey));
    const copies = rows.flatMap((row) => (row ? [itemCopy().parse(row)] : []));
    return new Map(copies.map((copy) => [copy.item, copy]));
  }

  return {
    items,

    async get(which: Pick<Sheet, 'projectId' | 'n'>): Promise<Sheet | undefined> {
      const row = await table.get(sheetKey(which));
      return row && sheet().parse(row);
    },

    /** The one that was given last. */
    async last(projectId: string): Promise<Sheet | undefined> {
      const { pk: partition } = projectKey(projectId);
      const { rows } = await table.query({ partition, prefix, newestFirst: true, limit: 1 });
      return rows[0] && sheet().parse(rows[0]);
    },

    give: ({ sheet: given, facts }: { sheet: Sheet; facts: readonly Fact[] }, cause: Cause): Promise<void> =>
      table.transact([
        ...markWrites(cause),
        { put: { ...sheetKey(given), schema: 1, ...plain(given) }, when: ifAbsent },
        ...outboxWrites(publisher, { id: given.id, version: 1 }, { facts, cause }),
      ]),

    /** Takes over what a fact tells, but for what is older than is known; all of it in one transaction. */
    async follow(told: readonly ItemCopy[], cause: Cause): Promise<void> {
      const known = await items(told.map(({ item }) => item));
      const writes = told.flatMap((one): Write[] => {
        const before = known.get(one.item);
        if (before && before.sequence >= one.sequence) return [];
        const when = before ? ifSequence(before.sequence) : ifAbsent;
        return [{ put: { ...itemKey(one.item), schema: 1, ...plain(one) }, when }];
      });
      await table.transact([...markWrites(cause), ...writes]);
    },
  };
}
