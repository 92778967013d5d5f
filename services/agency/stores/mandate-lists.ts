import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import { once } from '#shared/once';
import { pageOf, type PageAt } from '#shared/record-page';
import { rowsAt } from '#shared/rows-at';
import type { Table } from '#shared/table';
import { sealed } from '../domain/mandate/graph.ts';
import type { Mandate } from '../domain/mandate/mandate.ts';
import * as rows from './mandate-rows.ts';

const pointer = once(() => z.object({ mandateId: z.uuid() }));
const storedEntry = once(() =>
  z.object({
    at: z.string(),
    act: z.string(),
    office: z.string(),
    actor: z.string(),
    onBehalfOf: z.string().optional(),
  }),
);

/** Mandates as they are read: each list reads its own page and nothing else. */
export function mandateLists(table: Table) {
  async function getAll(ids: readonly string[]): Promise<Mandate[]> {
    const found = await rowsAt(table, ids.map(rows.mandateKey));
    return found.flatMap((row) => (row ? [rows.mandateIn(row)] : []));
  }
  async function unfinishedOf(projectId: string): Promise<Mandate | undefined> {
    const row = await table.get(rows.unfinishedKey(projectId));
    const [found] = row ? await getAll([pointer().parse(row).mandateId]) : [];
    return found;
  }
  const list = (n: 1 | 2 | 3, partitions: readonly string[], page: PageAt) =>
    pageOf(table, { n, partitions, newestFirst: true, itemIn: rows.mandateIn, keyOf: rows.mandateKey }, page);

  return {
    async get(id: string): Promise<Mandate | undefined> {
      const row = await table.get(rows.mandateKey(id));
      return row && rows.mandateIn(row);
    },

    unfinishedOf,

    /** The one of a project by which its officer acts, or will again; undefined where none is sealed. */
    async liveOf(projectId: string): Promise<Mandate | undefined> {
      const found = await unfinishedOf(projectId);
      return found && sealed.includes(found.state) ? found : undefined;
    },

    /** All that a project has had, the first first. */
    async ofProject(projectId: string): Promise<Mandate[]> {
      const { pk: partition } = rows.unfinishedKey(projectId);
      const beside = await allRows(table, { partition, prefix: rows.besidePrefix });
      return getAll(beside.map((row) => pointer().parse(row).mandateId));
    },

    async timelineOf(id: string) {
      const { pk: partition } = rows.mandateKey(id);
      return (await allRows(table, { partition, prefix: 'T#' })).map((row) => storedEntry().parse(row));
    },

    inState: (state: Mandate['state'], page: PageAt) => list(1, [rows.inState(state)], page),
    toVisit: (page: PageAt) => list(1, [rows.toVisit], page),
    ofOfficer: (partyId: string, page: PageAt) => list(2, [rows.ofOfficer(partyId)], page),
    ofPrincipal: (ids: readonly string[], page: PageAt) => list(3, ids.map(rows.ofPrincipal), page),
  };
}
