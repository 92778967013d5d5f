import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import { loadKey, resultsPrefix } from './officer-rows.ts';

const n = once(() => z.int().default(0));
const results = once(() =>
  z.object({
    month: z.string(),
    given: n(),
    passedOn: n(),
    completed: n(),
    ended: n(),
    decided: n(),
    late: n(),
    daysSaved: n(),
    daysOver: n(),
    unmeasured: n(),
    visits: n(),
    visitScores: n(),
  }),
);
export type Results = z.infer<ReturnType<typeof results>>;

/** What officers have done, by month. */
export function officerStore(table: Table) {
  return {
    async resultsOf(officer: string, { from, until }: { from: string; until: string }): Promise<Results[]> {
      const { pk: partition } = loadKey(officer);
      const range = { from: `${resultsPrefix}${from}`, until: `${resultsPrefix}${until}` };
      return (await allRows(table, { partition, ...range })).map((row) => results().parse(row));
    },
  };
}
