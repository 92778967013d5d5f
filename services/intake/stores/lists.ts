import type { Scope } from '#shared/access';
import { cursorOf, type Page, type Position } from '#shared/page';
import type { Lookup, Row, Table } from '#shared/table';
import type { Application, ApplicationState } from '../domain/case/application.ts';
import { caseCopy, type CaseCopy } from '../domain/case/copy.ts';
import type { Group } from '../domain/party/group.ts';
import type { PartyStore } from './parties.ts';
import { recordsOf } from './held-rows.ts';
import { applicationIn, partyListKey, workListKey } from './rows.ts';
import { listedTask, reviewListKey, taskSortKey } from './task-rows.ts';

export interface PageOf {
  limit: number;
  after: Position | undefined;
}

type Indexed = Lookup & { index: 'index1' | 'index2' | 'index3' };

/** Lists of cases by index, a page at a time; the cost of a page does not depend on how many cases there are. */
export function caseLists(table: Table, parties: Pick<PartyStore, 'group'>) {
  const casesOf = (partyId: string, page: PageOf) =>
    rowsBy(table, { index: 'index2', partition: partyListKey(partyId), newestFirst: true }, page);

  return {
    /**
     * All cases of the caller by all his ids, newest first; in the city also those of the districts, from their facts. His
     * ids are looked up while the cases of the first are read: who has one id waits for nothing.
     */
    async mine({ actor: { partyId } }: Scope, page: PageOf): Promise<Page<Line>> {
      const [ids, own] = await Promise.all([parties.group(partyId), casesOf(partyId, page)]);
      const others = await Promise.all(othersIn(ids, partyId).map((id) => casesOf(id, page)));
      const { rows, nextCursor } = newestOf([own, ...others], page);
      return { items: (await recordsOf(table, rows)).map(lineOf), nextCursor };
    },

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

/** A page of what several partitions of the list of applicants hold, newest first. */
function newestOf(all: readonly Awaited<ReturnType<typeof rowsBy>>[], { limit }: PageOf) {
  const sorted = all.flatMap(({ rows }) => rows).toSorted(newestFirst);
  const more = sorted.length > limit || all.some(({ last }) => last);
  const rows = sorted.slice(0, limit);
  return { rows, nextCursor: more ? cursorAt(rows.at(-1), 'index2') : null };
}

/** A page of the list of an applicant by all his ids, newest first: of rows that are read as one kind. */
export async function pageOfAll<Read>(
  table: Pick<Table, 'query'>,
  partitions: readonly string[],
  { as, ...page }: PageOf & { as: (row: Row) => Read },
): Promise<Page<Read>> {
  const found = partitions.map((partition) => rowsBy(table, { index: 'index2', partition, newestFirst: true }, page));
  const { rows, nextCursor } = newestOf(await Promise.all(found), page);
  return { items: rows.map(as), nextCursor };
}

const othersIn = (ids: Group, partyId: string) => ids.filter((id) => id !== partyId);

const newestFirst = (one: Row, other: Row) => (String(one['sk2']) < String(other['sk2']) ? 1 : -1);

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
  lookup: Indexed,
  { as, ...page }: Paging<Read>,
): Promise<Page<Read>> {
  const { rows, last } = await rowsBy(table, lookup, page);
  return { items: rows.map(as), nextCursor: cursorAt(last, lookup.index) };
}

/** The rows of one partition that follow a position, which may be that of a row in another one. */
function rowsBy(table: Pick<Table, 'query'>, lookup: Indexed, page: Omit<Paging<never>, 'as'>) {
  const { limit, after, sk = () => 'REC' } = page;
  const n = lookup.index.slice(-1);
  const start = after && { pk: after[1], sk: sk(after[0]), [`pk${n}`]: lookup.partition, [`sk${n}`]: after[0] };
  return table.query({ ...lookup, limit, ...(start && { after: start }) });
}

const cursorAt = (row: Row | undefined, index: Indexed['index']): string | null =>
  row ? cursorOf([String(row[`sk${index.slice(-1)}`]), String(row['pk'])]) : null;
