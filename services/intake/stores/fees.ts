import { allRows } from '#shared/all-rows';
import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import type { Page } from '#shared/page';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { Conflict } from '#shared/conflict';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Condition, type Key, type Row, type Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { fees as feesSchema, type FeeChange, type Fees } from '../domain/fee/fees.ts';
import { dueIn } from '../domain/fee/open.ts';
import type { RaisedFinding } from '../domain/supervision/finding-record.ts';
import { chained } from './chain.ts';
import { findingWrites } from './finding-rows.ts';
import { pageBy, type PageOf } from './lists.ts';
import { recordKey, timelineEntry, type TimelineEntry } from './rows.ts';

const feesKey = (caseId: string): Key => ({ pk: `FEES#${caseId}`, sk: 'REC' });
const dueListKey = (department: string) => `FEES#DUE#${department}`;
/** The fees of a case are an aggregate of their own, with a sequence of their own: not that of the case. */
const subjectOf = ({ caseId, version }: Fees) => ({ id: `${caseId}.fees`, version });

export interface Saving {
  /** The case as it was read: fees are not changed beside a case that has gone on. */
  of?: Application | undefined;
  /** What was parked for the assessments that the change has made. */
  parked: readonly Parked[];
}

/** The fees of cases, each beside its case. */
export function feeStore(table: Table, publisher: Publisher) {
  return { ...reading(table), ...writing(table, publisher) };
}

function reading(table: Table) {
  return {
    async get(caseId: string): Promise<Fees | undefined> {
      return feesIn(await table.get(feesKey(caseId)));
    },

    /** Of at most 100 cases, those that have any. */
    async getAll(caseIds: readonly string[]): Promise<Fees[]> {
      const rows = await table.getAll(caseIds.map(feesKey));
      return rows.flatMap((row) => feesIn(row) ?? []);
    },

    /** The fees with their own timeline, oldest first. */
    async history(caseId: string): Promise<{ fees: Fees | undefined; timeline: TimelineEntry[] }> {
      const rows = await allRows(table, { partition: feesKey(caseId).pk });
      const entries = rows.filter(({ sk }) => String(sk).startsWith('T#'));
      return {
        fees: feesIn(rows.find(({ sk }) => sk === 'REC')),
        timeline: entries.map((row) => timelineEntry().parse(row)),
      };
    },

    async parkedFor(assessmentId: string): Promise<Parked> {
      return readParked(assessmentId, await table.get(parkedKey(assessmentId)));
    },

    /**
     * Bills of a department that were due by now, the longest overdue first: a range of the list of all that are open, so
     * nothing has to notice that a day passes.
     */
    overdue({ department, now }: { department: string; now: Date }, page: PageOf): Promise<Page<Fees>> {
      const lookup = { index: 'index1', partition: dueListKey(department), until: now.toISOString() } as const;
      return pageBy(table, lookup, { ...page, as: (row) => feesSchema().parse(row) });
    },
  };
}

function writing(table: Table, publisher: Publisher) {
  return {
    /** Record, timeline entry, facts and mark of a change in one transaction. */
    async save(change: FeeChange, { of, parked }: Saving, cause: Cause): Promise<void> {
      const { before, fees, act, reason, facts } = change;
      const key = feesKey(fees.caseId);
      const { at, office, actor } = cause;
      const entry = { at: at.toISOString(), act, office, actor: actor.sub, ...(reason && { reason }) };
      const row = { ...key, schema: 1, ...plain(fees), ...placeOf(fees) };
      const rows = chained(row, { version: fees.version, entry, prevHash: before.timelineHash });
      await table.transact([
        ...markWrites(cause),
        { put: rows.record, when: unchanged(before) },
        { put: rows.entry, when: ifAbsent },
        ...(of ? [{ check: recordKey(of.id), when: ifVersion(of.version) }] : []),
        ...parked.map(unparkWrite),
        ...outboxWrites(publisher, subjectOf(fees), { facts, cause }),
      ]);
    },

    /** Keeps what payments tells of an assessment that is not known here. */
    async park(event: Envelope, { parked, seen }: { parked: Parked; seen: Fees }, cause: Cause): Promise<void> {
      const stillUnknown = { check: feesKey(seen.caseId), when: unchanged(seen) };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },

    /** Raises what a refused act has shown, outside any act of the case; what was raised before stays as it is. */
    async raise(finding: RaisedFinding, cause: Cause): Promise<void> {
      await table
        .transact(findingWrites([finding], cause))
        .catch((error: unknown) => (error instanceof Conflict ? undefined : Promise.reject(error)));
    },
  };
}

export type FeeStore = ReturnType<typeof feeStore>;

/** Where it stands in the list of its department's open bills; nowhere where none is open. */
function placeOf(found: Fees): Row {
  const due = dueIn(found);
  if (!due || found.department === undefined) return {};
  return { pk1: dueListKey(found.department), sk1: `${due.dueAt.toISOString()}#${found.caseId}` };
}

const unchanged = ({ version }: Fees): Condition => (version === 0 ? ifAbsent : ifVersion(version));

function feesIn(row: Row | undefined): Fees | undefined {
  return row && feesSchema().parse(row);
}
