import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Table } from '#shared/table';
import { cityLimit, type CityLimit, type CodeLimits } from '../domain/catalogue/city-limits.ts';

/** A district asks for all of them at once, and seldom: when its catalogue changes. */
const partition = 'CITY-LIMITS';

/** A district's copy of what the city's catalogue lets items take, a row for each basic code. */
export function cityLimitStore(table: Table) {
  const all = async (): Promise<CityLimit[]> =>
    (await allRows(table, { partition })).map((row) => cityLimit().parse(row));

  /** What is known of some codes: to hear of a few, a district need not read all. */
  async function seenOf(told: readonly CodeLimits[]): Promise<[string, number][]> {
    if (told.length === 0) return [];
    const rows = await table.getAll(told.map(({ code }) => ({ pk: partition, sk: code })));
    return rows.flatMap((row): [string, number][] => {
      if (!row) return [];
      const { code, sequence } = cityLimit().parse(row);
      return [[code, sequence]];
    });
  }

  return {
    all,

    /** Stores what a fact tells of codes; where more is known of one already, that stays. */
    async follow(told: readonly CodeLimits[], sequence: number, cause: Cause): Promise<void> {
      const known = new Map(await seenOf(told));
      const fresh = told.filter(({ code }) => (known.get(code) ?? 0) < sequence);
      const writes = fresh.map((one) => {
        const seen = known.get(one.code);
        const row = { pk: partition, sk: one.code, schema: 1, ...one, sequence };
        return { put: row, when: seen === undefined ? ifAbsent : ifSequence(seen) };
      });
      await table.transact([...markWrites(cause), ...writes]);
    },
  };
}
