import type { Page } from '#shared/page';
import type { Table } from '#shared/table';
import { overdueLine, warningLine, type OverdueLine, type WarningLine } from '../domain/supervision/listed.ts';
import { departmentLimitsKey, limitListKey } from './limit-rows.ts';
import { pageBy, type PageOf } from './lists.ts';
import { warningListKey, warningSortKey } from './warning-rows.ts';

/** What is late, and who was told of it. */
export function overdueStore(table: Table) {
  return {
    /**
     * Running cases whose limit had passed by now, the longest overdue first: a range of the list of all that run, so a page
     * costs the same however many there are, and nothing has to notice that a limit passes.
     */
    list(
      { department, now }: { department?: string | undefined; now: Date },
      page: PageOf,
    ): Promise<Page<OverdueLine>> {
      const place =
        department === undefined
          ? ({ index: 'index1', partition: limitListKey } as const)
          : ({ index: 'index2', partition: departmentLimitsKey(department) } as const);
      const lookup = { ...place, until: now.toISOString() };
      return pageBy(table, lookup, { ...page, as: (row) => overdueLine().parse(row), sk: () => 'LIMIT' });
    },

    /** What the head of a department was told, or the supervisors where none is named; newest first. */
    warnings(department: string | undefined, page: PageOf): Promise<Page<WarningLine>> {
      const partition = warningListKey(
        department === undefined ? { to: 'supervisor', department: '' } : { to: 'head', department },
      );
      const lookup = { index: 'index1', partition, newestFirst: true } as const;
      return pageBy(table, lookup, { ...page, as: (row) => warningLine().parse(row), sk: warningSortKey });
    },
  };
}
