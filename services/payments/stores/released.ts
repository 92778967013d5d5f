import { allRows } from '#shared/all-rows';
import { plain } from '#shared/plain';
import { ifAbsent, type Condition, type Key, type Row, type Table, type Write } from '#shared/table';
import { released, type Released } from '../domain/remittance/released.ts';

/** What waits to be remitted, of each merchant, by the day of the statement. */
const partitionOf = (merchant: string) => `RELEASED#${merchant}`;
type Place = Pick<Released, 'merchant' | 'day' | 'source'>;
export const releasedKey = ({ merchant, day, source }: Place): Key => ({
  pk: partitionOf(merchant),
  sk: `${day}#${source}`,
});
const itemIn = ({ schema, pk, sk, ...row }: Row): Released => released().parse(row);

/** Written once for each source, in the transaction that reconciles it. */
export const releasedWrite = (found: Released): Write => ({
  put: { ...releasedKey(found), schema: 1, ...plain(found) },
  when: ifAbsent,
});

/** Which list, or settlement, has taken what a source has released. */
export const takenKey = (source: string): Key => ({ pk: `TAKEN#${source}`, sk: 'REC' });

const stillWaits = ({ source }: Released): Condition => ({
  expression: '#source = :source',
  names: { '#source': 'source' },
  values: { ':source': source },
});

/** It waits no more: taken once, by this list (I11). */
export const takenWrites = (found: Released, list: string): Write[] => [
  { remove: releasedKey(found), when: stillWaits(found) },
  { put: { ...takenKey(found.source), schema: 1, ...plain(found), list }, when: ifAbsent },
];

/** The list that has taken it is not to be: it waits again. */
export const givenBackWrites = (found: Released, list: string): Write[] => [
  releasedWrite(found),
  {
    remove: takenKey(found.source),
    when: { expression: '#list = :list', names: { '#list': 'list' }, values: { ':list': list } },
  },
];

export function releasedStore(table: Table) {
  return {
    /** What a list has taken of these sources, as it was released. */
    async taken(sources: readonly string[]): Promise<Released[]> {
      const rows = await table.getAll(sources.map(takenKey));
      return rows.map((row) => released().parse(row));
    },

    /** What waits of a merchant, the oldest first. */
    waiting: async (merchant: string): Promise<Released[]> =>
      (await allRows(table, { partition: partitionOf(merchant) })).map(itemIn),
  };
}
