import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { cursorOf, type Page, type Position } from '#shared/page';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { ifAbsent, type Key, type Table, type Write } from '#shared/table';
import { type KnownCase, type Line } from './domain/line.ts';
import { messages } from './domain/messages.ts';

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
  dueAt: z.string().optional(),
  amountFen: z.int().optional(),
  district: z.string(),
  at: z.string(),
  message: z.enum(messages),
  noticeId: z.string().optional(),
});

const caseKey = (id: string): Key => ({ pk: `CASE#${id}`, sk: 'REC' });
const inboxPartition = (partyId: string) => `INBOX#${partyId}`;

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
      await table.transact([...markWrites(cause), record, unparkWrite(parked), ...lines.map(lineWrite), ...also]);
    },

    async add(lines: readonly Line[], cause: Cause, also: readonly Write[] = []): Promise<void> {
      await table.transact([...markWrites(cause), ...lines.map(lineWrite), ...also]);
    },

    async park(parked: Parked, event: Envelope, cause: Cause): Promise<void> {
      const stillUnknown = { check: caseKey(parked.awaited), when: ifAbsent };
      await table.transact([...markWrites(cause), parkWrite(parked, event, cause), stillUnknown]);
    },

    /** The lines of a party by all its ids, newest first; one of a fact that told two of them stands once. */
    async inbox(ids: readonly string[], page: Wanted): Promise<Page<Line>> {
      const pages = await Promise.all(ids.map((id) => linesOf(id, page)));
      const all = pages.flatMap(({ lines }) => lines).toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
      const once = all.filter((line, n) => n === 0 || placeOf(all[n - 1] ?? line) !== placeOf(line));
      const items = once.slice(0, page.limit);
      const end = items.at(-1);
      const more = once.length > page.limit || pages.some(({ last }) => last);
      return { items, nextCursor: more && end ? cursorOf([end.at, end.id]) : null };
    },
  };

  async function linesOf(partyId: string, { limit, after }: Wanted) {
    const partition = inboxPartition(partyId);
    const start = after && { after: { pk: partition, sk: placeOf({ at: after[0], id: after[1] }) } };
    const { rows, last } = await table.query({ partition, newestFirst: true, limit, ...start });
    return { lines: rows.map((row) => storedLine.parse(row)), last };
  }
}

interface Wanted {
  limit: number;
  after: Position | undefined;
}

const placeOf = ({ at, id }: Pick<Line, 'at' | 'id'>): string => `${at}#${id}`;

function lineWrite(line: Line): Write {
  return { put: { pk: inboxPartition(line.partyId), sk: placeOf(line), schema: 1, ...line } };
}
