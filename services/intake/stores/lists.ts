import type { Scope } from '#shared/access';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Lookup, Row, Table } from '#shared/table';
import type { Application, ApplicationState } from '../domain/case/application.ts';
import { caseCopy, type CaseCopy } from '../domain/case/copy.ts';
import { applicationIn, partyListKey, workListKey } from './rows.ts';
import { listedTask, reviewListKey, taskSortKey } from './task-rows.ts';

export interface PageOf {
  limit: number;
  after: Position | undefined;
}

/** Lists of cases by index, a page at a time; the cost of a page does not depend on how many cases there are. */
export function caseLists(table: Table) {
  return {
    /** All cases of the caller, newest first; in the city also those of the districts, from their facts. */
    mine: ({ actor }: Scope, page: PageOf) =>
      pageBy(
        table,
        { index: 'index2', partition: partyListKey(actor.partyId), newestFirst: true },
        { ...page, as: lineOf },
      ),

    /** The work list of a department, oldest first. */
    tasks: ({ department, state }: { department: string; state: ApplicationState }, page: PageOf) =>
      pageBy(table, { index: 'index1', partition: workListKey(department, state) }, { ...page, as: lineOf }),

    /** The open tasks of a department, oldest first. */
    reviews: (department: string, page: PageOf) =>
      pageBy(
        table,
        { index: 'index1', partition: reviewListKey(department) },
        { ...page, as: (row) => listedTask().parse(row), sk: taskSortKey },
      ),
  };
}

/** One line of an applicant's list: a case of this set, or the copy of one in another. */
export type Line = { application: Application } | { copy: CaseCopy };

const lineOf = (row: Row): Line =>
  String(row['pk']).startsWith('CASE#') ? { application: applicationIn(row) } : { copy: caseCopy().parse(row) };

interface Paging<Read> extends PageOf {
  as: (row: Row) => Read;
  /** The sort key of a row by its place in the index; `REC` where each aggregate has one row in it. */
  sk?: (sort: string) => string;
}

/** A page of an index whose rows are read as one kind; the cursor holds the last row's sort key and partition key. */
export async function pageBy<Read>(
  table: Pick<Table, 'query'>,
  lookup: Lookup & { index: 'index1' | 'index2' | 'index3' },
  { limit, after, as, sk = () => 'REC' }: Paging<Read>,
): Promise<Page<Read>> {
  const n = lookup.index.slice(-1);
  const start = after && { pk: after[1], sk: sk(after[0]), [`pk${n}`]: lookup.partition, [`sk${n}`]: after[0] };
  const { rows, last } = await table.query({ ...lookup, limit, ...(start && { after: start }) });
  const nextCursor = last ? cursorOf([String(last[`sk${n}`]), String(last['pk'])]) : null;
  return { items: rows.map(as), nextCursor };
}
