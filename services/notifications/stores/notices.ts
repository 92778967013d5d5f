import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { allRows } from '#shared/all-rows';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { ifAbsent, ifVersion, type Table, type Write } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { movedBy } from '../domain/batch/progress.ts';
import { deliveryAt, dueOf, type NoticeChange } from '../domain/notice/change.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { countWrite } from './batches.ts';
import { figureWrites } from './figures.ts';
import { noticeIn, noticeKey, noticeRow, sentKey, tasksKey } from './rows.ts';

const sent = once(() => z.object({ noticeId: z.string(), n: z.int() }));

const entry = once(() =>
  z.object({
    at: z.string(),
    act: z.string(),
    n: z.int().optional(),
    office: z.string(),
    prevHash: z.string(),
  }),
);
export type Entry = z.infer<ReturnType<typeof entry>>;

/** Notices, with what leads from a provider's own id to its delivery. */
export function noticeStore(table: Table, publisher: Publisher) {
  return {
    async load(id: string): Promise<Notice | undefined> {
      const row = await table.get(noticeKey(id));
      return row && noticeIn(row);
    },

    /** Which delivery a provider means by its own id; undefined where it has told us of none by it. */
    async sentAs(provider: string, ref: string): Promise<{ noticeId: string; n: number } | undefined> {
      const row = await table.get(sentKey(provider, ref));
      return row && sent().parse(row);
    },

    /** What was done with a notice, from its beginning, each entry with the hash of the one before. */
    async timeline(id: string): Promise<Entry[]> {
      const rows = await allRows(table, { partition: noticeKey(id).pk, prefix: 'T#' });
      return rows.map((row) => entry().parse(row));
    },

    /** The tasks of staff in a district, the oldest first. */
    tasks: (
      district: string,
      { limit, after }: { limit: number; after: Position | undefined },
    ): Promise<Page<Notice>> => tasksOf(table, district, { limit, after }),

    /** Record, timeline, when it is due, facts and mark in one transaction; gives the notice as it is recorded. */
    async save(change: NoticeChange, cause: Cause): Promise<Notice> {
      const { recorded, writes } = recordedBy(change, cause, publisher);
      await table.transact([...markWrites(cause), ...writes]);
      return recorded;
    },
  };
}

async function tasksOf(
  table: Pick<Table, 'query'>,
  district: string,
  { limit, after }: { limit: number; after: Position | undefined },
): Promise<Page<Notice>> {
  const partition = tasksKey(district);
  const start = after && { after: { ...noticeKey(after[1]), pk2: partition, sk2: after[0] } };
  const { rows, last } = await table.query({ index: 'index2', partition, limit, ...start });
  const [items, end] = [rows.map(noticeIn), rows.at(-1)];
  return { items, nextCursor: last && end ? cursorOf([String(end['sk2']), String(end['id'])]) : null };
}

/** The writes of an act of a notice, to go with whatever else its cause has brought about. */
export const noticeWrites = (change: NoticeChange, cause: Cause, publisher: Publisher): Write[] =>
  recordedBy(change, cause, publisher).writes;

/** The notice with the hash that chains its next entry to this one, and what writes it down. */
function recordedBy(change: NoticeChange, cause: Cause, publisher: Publisher): { recorded: Notice; writes: Write[] } {
  const { before, notice, act, n, facts } = change;
  const { pk } = noticeKey(notice.id);
  const { recorded, entryRow } = timelineRow(notice, { pk, act, n, version: notice.version }, cause);
  const writes: Write[] = [
    { put: noticeRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
    { put: entryRow, when: ifAbsent },
    ...dueWrites(pk, { was: before && dueOf(before), is: dueOf(notice) }, cause.at),
    ...sentWrites(change),
    ...countWrites(change),
    ...figureWrites(change),
    ...outboxWrites(publisher, notice, { facts, cause }),
  ];
  return { recorded, writes };
}

/** The batch that it belongs to counts where its rows stand; who has begun it has counted it already. */
function countWrites({ before, notice }: NoticeChange): Write[] {
  const moved = before && notice.batchId ? movedBy(before, notice) : {};
  return Object.keys(moved).length > 0 ? [countWrite(notice.batchId ?? '', notice.id, moved)] : [];
}

function sentWrites({ before, notice, n }: NoticeChange): Write[] {
  const { provider, providerRef } = deliveryAt(notice, n) ?? {};
  const isNew = providerRef !== undefined && providerRef !== (before && deliveryAt(before, n)?.providerRef);
  return isNew && provider ? [{ put: { ...sentKey(provider, providerRef), schema: 1, noticeId: notice.id, n } }] : [];
}
