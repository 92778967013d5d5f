import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifSequence, type Key, type Table } from '#shared/table';
import { servedNotice, type ServedNotice } from '../domain/document/served.ts';

const prefix = 'SERVED#';
const keyOf = ({ caseId, noticeId }: Pick<ServedNotice, 'caseId' | 'noticeId'>): Key => ({
  pk: `SERVED#${caseId}`,
  sk: `${prefix}${noticeId}`,
});
const stored = once(() => servedNotice());

/** How far the notices of a case have come: a copy of what notifications tells, beside the case, which it never changes. */
export function servedStore(table: Pick<Table, 'get' | 'query' | 'transact'>) {
  return {
    async get(notice: Pick<ServedNotice, 'caseId' | 'noticeId'>): Promise<ServedNotice | undefined> {
      const row = await table.get(keyOf(notice));
      return row && stored().parse(row);
    },

    async ofCase(caseId: string): Promise<ServedNotice[]> {
      const rows = await allRows(table, { partition: `SERVED#${caseId}`, prefix });
      return rows.map((row) => stored().parse(row));
    },

    /** What is told takes the place of what was told before. */
    async follow(found: ServedNotice, known: number | undefined, cause: Cause): Promise<void> {
      const when = known === undefined ? ifAbsent : ifSequence(known);
      await table.transact([...markWrites(cause), { put: { ...keyOf(found), schema: 1, ...found }, when }]);
    },
  };
}
