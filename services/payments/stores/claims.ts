import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import * as z from 'zod';
import { shardOf, type ClearingItem } from '../domain/ledger/clearing-item.ts';
import { keyOf as numberKey } from '../domain/reconciliation/side.ts';

type Place = Pick<ClearingItem, 'channel' | 'merchant' | 'day'>;
type Numbered = Place & Pick<ClearingItem, 'number' | 'direction'>;

const partitionOf = ({ channel, merchant, day }: Place, shard: number): string =>
  `CLAIMED#${channel}#${merchant}#${day}#${shard.toString(16)}`;
const keyOf = (item: Numbered): Key => ({
  pk: partitionOf(item, shardOf(item.number)),
  sk: `${item.number}#${item.direction}`,
});
const ofKey = (reconciliationId: string): string => `CLAIMS-OF#${reconciliationId}`;

/** An item that the statement of another day has shown: its own need not. */
export const claim = once(() =>
  z.object({
    channel: z.string(),
    merchant: z.string(),
    day: z.string(),
    number: z.string(),
    direction: z.enum(['in', 'out']),
    /** The reconciliation that it was matched by, and the revision of its file. */
    by: z.string(),
    revision: z.int(),
  }),
);
export type Claim = z.infer<ReturnType<typeof claim>>;
const itemIn = ({ schema, pk, sk, pk1, sk1, ...row }: Row): Claim => claim().parse(row);

/** Claims an item for a row of another day, or again what the same statement has claimed; fails where another has it. */
export const claimWrite = (found: Claim, known: Claim | undefined): Write => ({
  put: {
    ...keyOf(found),
    schema: 1,
    ...found,
    pk1: ofKey(found.by),
    sk1: `${found.day}#${found.number}#${found.direction}`,
  },
  when: known ? { expression: '#by = :by', names: { '#by': 'by' }, values: { ':by': found.by } } : ifAbsent,
});

/** Fails where the item has been claimed meanwhile. */
export const unclaimed = (item: Numbered): Write => ({ check: keyOf(item), when: ifAbsent });
export const claimRemoval = (item: Numbered): Write => ({ remove: keyOf(item) });

/** Items that rows of other days have matched. */
export function claimStore(table: Table) {
  return {
    /** Of a day and partition: the numbers and directions. */
    async claimed(place: Place, shard: number): Promise<Set<string>> {
      const rows = await allRows(table, { partition: partitionOf(place, shard) });
      return new Set(rows.map((row) => numberKey(itemIn(row))));
    },

    async load(item: Numbered): Promise<Claim | undefined> {
      const row = await table.get(keyOf(item));
      return row && itemIn(row);
    },

    /** What a reconciliation has claimed, by whichever revision of its file. */
    of: async (reconciliationId: string): Promise<Claim[]> =>
      (await allRows(table, { index: 'index1', partition: ofKey(reconciliationId) })).map(itemIn),
  };
}
