import type { Scope } from '#shared/access';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Lookup, Table } from '#shared/table';
import type { ApplicationState } from '../domain/case/application.ts';
import { listed, partyListKey, workListKey, type Listed } from './rows.ts';

export interface PageOf {
  limit: number;
  after: Position | undefined;
}

/** Lists of cases by index, a page at a time; the cost of a page does not depend on how many cases there are. */
export function caseLists(table: Table) {
  async function list(
    lookup: Lookup & { index: 'index1' | 'index2' },
    { limit, after }: PageOf,
  ): Promise<Page<Listed>> {
    const n = lookup.index.slice(-1);
    const start = after && { pk: after[1], sk: 'REC', [`pk${n}`]: lookup.partition, [`sk${n}`]: after[0] };
    const { rows, last } = await table.query({ ...lookup, limit, ...(start && { after: start }) });
    const nextCursor = last ? cursorOf([String(last[`sk${n}`]), String(last['pk'])]) : null;
    return { items: rows.map((row) => listed().parse(row)), nextCursor };
  }

  return {
    /** All cases of the caller, newest first; in the city also those of the districts, from their facts. */
    mine: ({ actor }: Scope, page: PageOf) =>
      list({ index: 'index2', partition: partyListKey(actor.partyId), newestFirst: true }, page),

    /** The work list of a department, oldest first. */
    tasks: ({ department, state }: { department: string; state: ApplicationState }, page: PageOf) =>
      list({ index: 'index1', partition: workListKey(department, state) }, page),
  };
}
