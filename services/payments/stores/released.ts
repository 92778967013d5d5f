import { allRows } from '#shared/all-rows';
import { plain } from '#shared/plain';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import { released, type Released } from '../domain/remittance/released.ts';

/** What waits to be remitted, of each merchant, by the day of the statement. */
const partitionOf = (merchant: string) => `RELEASED#${merchant}`;
const keyOf = ({ merchant, day, source }: Released): Key => ({ pk: partitionOf(merchant), sk: `${day}#${source}` });
const itemIn = ({ schema, pk, sk, ...row }: Row): Released => released().parse(row);

/** Written once for each source, in the transaction that reconciles it. */
export const releasedWrite = (found: Released): Write => ({
  put: { ...keyOf(found), schema: 1, ...plain(found) },
  when: ifAbsent,
});

export function releasedStore(table: Table) {
  return {
    /** What waits of a merchant, the oldest first. */
    waiting: async (merchant: string): Promise<Released[]> =>
      (await allRows(table, { partition: partitionOf(merchant) })).map(itemIn),
  };
}
