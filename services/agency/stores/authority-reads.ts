import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { ifAbsent, type Table } from '#shared/table';

const storedRead = once(() => z.object({ at: z.string(), office: z.string(), actor: z.string(), reason: z.string() }));

const readRow = (id: string, reason: string, { at, office, actor, causationId }: Cause) => ({
  pk: `AUTHORITY#${id}`,
  sk: `A#${at.toISOString()}#${causationId}`,
  schema: 1,
  at: at.toISOString(),
  office,
  actor: actor.sub,
  reason,
});

/** Something that was reported of a party, by what, and how many authorities it has touched. */
interface Report {
  id: string;
  party: string;
  occasion: string;
  evidence: string;
  touched: number;
}

/** What desks have looked at and reported (PIPL art. 51). */
export function authorityReads(table: Table) {
  return {
    /** Recorded before it is shown; the same read again is the same row. */
    recordRead: (id: string, reason: string, cause: Cause) => table.put(readRow(id, reason, cause)),

    /** The same for what a desk has found of a party, at most twenty, with the mark of the request. */
    recordLookUp: (ids: readonly string[], reason: string, cause: Cause) =>
      table.transact([...markWrites(cause), ...ids.map((id) => ({ put: readRow(id, reason, cause) }))]),

    async accessRecords(id: string) {
      const rows = await allRows(table, { partition: `AUTHORITY#${id}`, prefix: 'A#' });
      return rows.map((row) => storedRead().parse(row));
    },

    /** Kept once all that it touches is done with. */
    keepReport: (report: Report, cause: Cause) => {
      const by = { at: cause.at.toISOString(), office: cause.office, actor: cause.actor.sub };
      const row = { pk: `OCCASION#${report.id}`, sk: 'REC', schema: 1, ...report, ...by };
      return table.transact([...markWrites(cause), { put: row, when: ifAbsent }]);
    },
  };
}
