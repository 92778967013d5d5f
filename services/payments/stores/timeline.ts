import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import type { Table } from '#shared/table';

const told = once(() => z.object({ at: z.coerce.date(), act: z.string(), office: z.string(), actor: z.string() }));
/** One act of a timeline: what was done, when, by whom. */
export type Told = z.infer<ReturnType<typeof told>>;

/** The acts of a record, the oldest first. */
export async function timelineIn(table: Pick<Table, 'query'>, pk: string): Promise<Told[]> {
  return (await allRows(table, { partition: pk, prefix: 'T#' })).map((row) => told().parse(row));
}
