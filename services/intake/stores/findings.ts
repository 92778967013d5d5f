import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import { startOf, type Day } from '#shared/calendar';
import { ifVersion, type Row, type Table } from '#shared/table';
import type { FindingState } from '../domain/supervision/finding.ts';
import { raisedFinding, type RaisedFinding } from '../domain/supervision/finding-record.ts';
import type { FindingChange } from '../domain/supervision/finding-act.ts';
import { findingEntry, type FindingEntry } from '../domain/supervision/finding-entry.ts';
import {
  departmentFindingsKey,
  findingActWrites,
  findingListKey,
  findingPartition,
  findingWrites,
} from './finding-rows.ts';
import { pageBy, type PageOf } from './lists.ts';

/** Which findings: of one department or of all, in one state, perhaps those alone whose answer was due by now. */
export interface FindingSearch {
  state: FindingState;
  department?: string | undefined;
  dueBy?: Date | undefined;
}

/** What supervision has found, and what was said of it. */
export function findingStore(table: Table) {
  return {
    /** A finding with its timeline, oldest first, where the reader's departments are asked. */
    async get(
      departments: readonly string[] | 'any',
      id: string,
    ): Promise<{ finding: RaisedFinding; timeline: FindingEntry[] } | undefined> {
      const rows = await allRows(table, { partition: findingPartition(id) });
      const [record, ...entries] = rows;
      const finding = record && raisedFinding().parse(record);
      if (!finding || (departments !== 'any' && !departments.includes(finding.department))) return undefined;
      return { finding, timeline: entries.map((row) => findingEntry().parse(row)) };
    },

    /** Open ones by the end of their time, others by when they came to their state; oldest first. */
    list({ state, department, dueBy }: FindingSearch, page: PageOf): Promise<Page<RaisedFinding>> {
      const place =
        department === undefined
          ? ({ index: 'index1', partition: findingListKey(state) } as const)
          : ({ index: 'index2', partition: departmentFindingsKey(department, state) } as const);
      const lookup = { ...place, ...(dueBy && { until: dueBy.toISOString() }) };
      return pageBy(table, lookup, { ...page, as: (row) => raisedFinding().parse(row) });
    },

    /** Open ones whose time ends on a day or later, a page at a time. */
    async openFrom(first: Day, after: Row | undefined) {
      const lookup = {
        index: 'index1',
        partition: findingListKey('open'),
        from: startOf(first).toISOString(),
      } as const;
      const { rows, last } = await table.query({ ...lookup, limit: 100, ...(after && { after }) });
      return { found: rows.map((row) => raisedFinding().parse(row)), last };
    },

    /** What was not raised by an act on the case, but reported. */
    async raise(finding: RaisedFinding, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...findingWrites([finding], cause)]);
    },

    /** Record, timeline entry and mark of an act in one transaction. */
    async save({ before, finding, act, text }: FindingChange, cause: Cause): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...findingActWrites(finding, { act, text, when: ifVersion(before.version) }, cause),
      ]);
    },
  };
}
