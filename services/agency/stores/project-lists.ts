import * as z from 'zod';
import { once } from '#shared/once';
import type { Page } from '#shared/page';
import { pageOf, type PageAt } from '#shared/record-page';
import { rowsAt } from '#shared/rows-at';
import type { Key, Row, Table } from '#shared/table';
import type { Project } from '../domain/project/project.ts';
import * as rows from './project-rows.ts';

const pointer = once(() => z.object({ projectId: z.uuid() }));

// Two kinds of rows stand in the list of a party: a project, and that it is to become the investor of one.
const keyOf = (pk: string): Key => ({ pk, sk: 'REC' });
const nameOf = ({ pk }: Row): string => String(pk);
const itemIn = (row: Row) => ({ id: nameOf(row).slice(nameOf(row).indexOf('#') + 1) });

/** The lists of projects: each reads its own page and nothing else, however many there are. */
export function projectLists(table: Table) {
  async function getAll(ids: readonly string[]): Promise<Project[]> {
    const found = await rowsAt(table, ids.map(rows.projectKey));
    return found.flatMap((row) => (row ? [rows.projectIn(row)] : []));
  }

  /** A page of one list, by the rows of its index. */
  function list(n: 1 | 2, partition: string, page: PageAt): Promise<Page<Project>> {
    const of = { n, partitions: [partition], newestFirst: true, itemIn: rows.projectIn };
    return pageOf(table, { ...of, keyOf: rows.projectKey }, page);
  }

  return {
    getAll,
    inState: (state: Project['state'], page: PageAt) => list(1, rows.inState(state), page),
    /** What an officer carries; `ended`: what he carried until it ended. */
    ofOfficer: ({ officer, ended = false }: { officer: string; ended?: boolean }, page: PageAt) =>
      list(2, rows.listOf(officer, ended), page),

    /** Where a project stands in the list of its officer. */
    positionOf: (found: Project): [string, string] => [rows.placeOf(found), found.id],

    /** Those of a party by any of its ids, and those whose investor it is to become. */
    async ofInvestor(ids: readonly string[], page: PageAt): Promise<Page<Project>> {
      const partitions = ids.map(rows.ofInvestor);
      const found = await pageOf(table, { n: 3, partitions, newestFirst: true, keyOf, nameOf, itemIn }, page);
      const wanted = [...new Set(found.items.map(({ id }) => id))];
      return { items: await getAll(wanted), nextCursor: found.nextCursor };
    },

    /** Whose these codes are; undefined for one that was not given. */
    async byCodes(codes: readonly string[]): Promise<(string | undefined)[]> {
      const found = await rowsAt(table, codes.map(rows.codeKey));
      return found.map((row) => row && pointer().parse(row).projectId);
    },
  };
}
