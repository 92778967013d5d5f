import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Page } from '#shared/page';
import type { Table } from '#shared/table';
import { commitment, type Commitment } from '../domain/commitment/commitment.ts';
import type { CommitmentState } from '../domain/commitment/commitment-state.ts';
import type { RaisedFinding } from '../domain/supervision/finding-record.ts';
import { breachPartition, breachPrefix } from './breaches.ts';
import { placeWrites, type Looked, type Place } from './due.ts';
import { commitmentKey, commitmentListKey, commitmentWrites } from './commitment-rows.ts';
import { findingWrites } from './finding-rows.ts';
import { pageBy, type PageOf } from './lists.ts';
import { openedWrites, type Opening } from './opening-rows.ts';

interface Step {
  before: Commitment | undefined;
  commitment: Commitment;
  raised?: readonly RaisedFinding[];
  /** The case that is opened because it was broken. */
  opened?: Opening | undefined;
}

/** What was granted on commitments, and who may make none. */
export function commitmentStore(table: Table, publisher: Publisher) {
  return {
    async get(caseId: string): Promise<Commitment | undefined> {
      const row = await table.get(commitmentKey(caseId));
      return row && commitment().parse(row);
    },

    /** Of at most 100 cases, those that have any. */
    async getAll(caseIds: readonly string[]): Promise<Commitment[]> {
      const rows = await table.getAll(caseIds.map(commitmentKey));
      return rows.flatMap((row) => (row ? [commitment().parse(row)] : []));
    },

    /** A department's, by when they are due, earliest first. */
    list: (
      { department, state }: { department: string; state: CommitmentState },
      page: PageOf,
    ): Promise<Page<Commitment>> =>
      pageBy(
        table,
        { index: 'index1', partition: commitmentListKey(department, state) },
        { ...page, as: (row) => commitment().parse(row) },
      ),

    async save({ before, commitment: after, raised = [], opened }: Step, cause: Cause): Promise<void> {
      await table.transact([
        ...markWrites(cause),
        ...commitmentWrites(before, after, cause),
        ...openedWrites(publisher, opened, cause),
        ...findingWrites(raised, cause),
      ]);
    },

    /** Puts it where the clock must look at it by today's calendar, unless somebody acts on it now. */
    async look({ caseId, version }: Looked, is: Place | undefined, now: Date): Promise<void> {
      await table.transact(placeWrites(commitmentKey(caseId), version, { is, now }));
    },

    /** Whether a party, by any of its ids, has a promise on record that it did not keep and has not repaired. */
    async isBarred(partyIds: readonly string[]): Promise<boolean> {
      const lookups = partyIds.map((id) =>
        table.query({ partition: breachPartition(id), prefix: breachPrefix, limit: 1 }),
      );
      return (await Promise.all(lookups)).some(({ rows }) => rows.length > 0);
    },
  };
}
