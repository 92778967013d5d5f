import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Row, type Table, type Write } from '#shared/table';
import { type KnownCase, type Line } from './domain/line.ts';
import type { BatchLine } from './domain/batch/line.ts';
import { messages } from './domain/messages.ts';
import { countWrites, lineRow, linesOf, type Found, type Wanted } from './stores/lines.ts';

const knownCase = z.object({
  id: z.string(),
  partyId: z.string(),
  itemKey: z.string(),
  district: z.string(),
  heldBy: z.string().optional(),
});
const storedLine = z.object({
  id: z.string(),
  partyId: z.string(),
  caseId: z.string().optional(),
  itemKey: z.string().optional(),
  bundleId: z.string().optional(),
  bundleKey: z.string().optional(),
  materialId: z.string().optional(),
  refundId: z.string().optional(),
  receiptId: z.string().optional(),
  authorityId: z.string().optional(),
  consultationId: z.string().optional(),
  problemId: z.string().optional(),
  projectId: z.string().optional(),
  reviewId: z.string().optional(),
  visitId: z.string().optional(),
  dueAt: z.string().optional(),
  amountFen: z.int().optional(),
  district: z.string(),
  at: z.string(),
  message: z.enum(messages),
  said: z.object({ key: z.string(), edition: z.string() }).optional(),
  noticeId: z.string().optional(),
});

const storedBatchLine = once(() =>
  z.object({
    id: z.string(),
    partyId: z.string(),
    district: z.string(),
    at: z.string(),
    message: z.literal('batch'),
    batchId: z.string(),
    said: z.object({ key: z.string(), edition: z.string() }),
    values: z.record(z.string(), z.string()),
    noticeId: z.string().optional(),
  }),
);

const lineIn = (row: Row): Line | BatchLine =>
  row['message'] === 'batch' ? storedBatchLine().parse(row) : storedLine.parse(row);

const caseKey = (id: string): Key => ({ pk: `CASE#${id}`, sk: 'REC' });
export const inboxPartition = (partyId: string) => `INBOX#${partyId}`;

/** The applicants' inboxes, and what is known of the cases that their lines tell of. */
export function inboxStore(table: Table) {
  return {
    async getCase(id: string): Promise<{ known: KnownCase | undefined; parked: Parked }> {
      const [row, parkedRow] = await table.getAll([caseKey(id), parkedKey(id)]);
      return { known: row && knownCase.parse(row), parked: readParked(id, parkedRow) };
    },

    /** A case that has become known, with its first line and those of the facts that were parked for it. */
    async begin(
      known: KnownCase,
      { lines, parked, also = [] }: { lines: readonly Line[]; parked: Parked; also?: readonly Write[] },
      cause: Cause,
    ): Promise<void> {
      const record = { put: { ...caseKey(known.id), schema: 1, ...known }, when: ifAbsent };
      await table.transact([...markWrites(cause), record, unparkWrite(parked), ...linesWrites(lines), ...also]);
    },

    async add(lines: readonly Line[], cause: Cause, also: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...linesWrites(lines), ...also]);
    },

    async park(parked: Parked, event: Envelope, cause: Cause): Promise<void> {
      const stillUnknown = { check: caseKey(parked.awaited), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },

    /** The lines of a party by all its ids, newest first; one of a fact that told two of them stands once. */
    inbox(ids: readonly string[], page: Wanted): Promise<Page<Found<Line | BatchLine>>> {
      const partitions = ids.map(inboxPartition);
      return linesOf(table, { partitions, lineIn }, page);
    },
  };
}

const linesWrites = (lines: readonly Line[]): Write[] => [
  ...lines.map((line) => ({ put: lineRow(inboxPartition(line.partyId), line) })),
  ...countWrites(lines),
];
