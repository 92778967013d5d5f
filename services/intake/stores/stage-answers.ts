import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import type { Table } from '#shared/table';
import { defect, type Defect } from '../domain/case/correction.ts';
import type { Answer } from '../domain/bundle/stage-acts.ts';

const answerSort = 'ANSWER#';
const defects = once(() => z.array(defect()));

/** What is lacking is bulky: of a stage with twenty items it would not fit into one record. */
export const answerRow = (id: string, { itemKey, defects }: Answer) => ({
  pk: `BUNDLE#${id}`,
  sk: `${answerSort}${itemKey}`,
  schema: 1,
  defects: JSON.stringify(defects),
});

/** What the departments of a stage say is lacking, by item. */
export async function answersOf(table: Pick<Table, 'query'>, id: string): Promise<ReadonlyMap<string, Defect[]>> {
  const rows = await allRows(table, { partition: `BUNDLE#${id}`, prefix: answerSort });
  return new Map(
    rows.map(({ sk, defects: text }) => [
      String(sk).slice(answerSort.length),
      defects().parse(JSON.parse(z.string().parse(text))),
    ]),
  );
}
