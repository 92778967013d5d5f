import { allRows } from '#shared/all-rows';
import type { Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import type { Row, Table } from '#shared/table';
import { accessRecord, recordKey, timelineEntry, type AccessRecord, type TimelineEntry } from './rows.ts';
import { timelineFor } from '../domain/case/inner.ts';
import { visible } from './applications.ts';

/** What was done with a case, and who looked at it. */
export function caseHistory(table: Table) {
  /** The rows of a case from a sort key on, where the case itself (REC, read with them) is in the scope. */
  async function rowsFrom(scope: Scope, id: string, from: 'REC' | 'A#'): Promise<Row[] | undefined> {
    const rows = await allRows(table, { partition: recordKey(id).pk, from });
    const record = rows.find(({ sk }) => sk === 'REC');
    return visible(scope, record) && rows;
  }

  return {
    /** The timeline, oldest first, as the caller may see it. */
    async timeline(scope: Scope, id: string): Promise<TimelineEntry[] | undefined> {
      const rows = await rowsFrom(scope, id, 'REC');
      const record = visible(
        scope,
        rows?.find(({ sk }) => sk === 'REC'),
      );
      const entries = rows?.filter(({ sk }) => String(sk).startsWith('T#')).map((row) => timelineEntry().parse(row));
      return record && timelineFor(record, entries ?? [], scope.capacities);
    },

    /** Who read personal data unmasked, oldest first. */
    async accessRecords(scope: Scope, id: string): Promise<AccessRecord[] | undefined> {
      const rows = await rowsFrom(scope, id, 'A#');
      return rows?.filter(({ sk }) => String(sk).startsWith('A#')).map((row) => accessRecord().parse(row));
    },

    /** Records that staff read a case's personal data unmasked, and why (PIPL art. 51). */
    async recordRead(id: string, reason: string, cause: Cause): Promise<void> {
      const at = cause.at.toISOString();
      const row = { schema: 1, at, office: cause.office, actor: cause.actor.sub, reason };
      // No condition: the same read recorded again, after a lost reply, is the same row.
      await table.put({ pk: recordKey(id).pk, sk: `A#${at}#${cause.causationId}`, ...row });
    },
  };
}
