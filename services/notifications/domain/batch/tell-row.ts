import type { Contact } from '../contact/contact.ts';
import { addressFor, ways, type Way } from '../contact/ways.ts';
import type { Telling } from '../notice/create.ts';
import type { Batch, BatchRow } from './batch.ts';

/** How a row is told: besides the inbox by these ways, if there are any, or why by none. */
export interface RowTold {
  row: BatchRow;
  telling?: Telling;
  /** By nothing but the inbox, as he wishes, or as nothing else is known of him. */
  without?: 'optedOut' | 'unreachable';
}

const told = { statutory: false, urgent: false } as const;

/** What one row says to whom it names, who is reached so. A batch is never urgent, nor does the law hang on it. */
export function rowTold(
  { id, district, kind, template, channels }: Batch,
  { row, contact }: { row: BatchRow; contact: Contact | undefined },
  now: Date,
): RowTold {
  const open = ways(contact, { told: { ...told, kind }, channels }, now);
  if (open.length === 0) return { row, without: isReached(contact, channels) ? 'optedOut' : 'unreachable' };
  return {
    row,
    telling: {
      ...about(open),
      ...told,
      partyId: row.partyId,
      values: row.values,
      kind,
      template,
      district,
      batchId: id,
    },
  };
}

const about = (open: readonly Way[]) => ({
  message: 'batch',
  channels: open.map(({ channel }) => channel),
  sendAt: open[0]?.from,
});

const isReached = (contact: Contact | undefined, channels: Batch['channels']): boolean =>
  channels.some((channel) => addressFor(contact, channel));

/** Until when all who would be told now wish to be left alone; undefined where somebody may be told, or none of them is by more than his inbox. */
export function quietUntil(rows: readonly RowTold[], now: Date): Date | undefined {
  const times = rows.flatMap(({ telling }) => telling?.sendAt ?? []);
  const [first] = times.toSorted((a, b) => a.getTime() - b.getTime());
  return first && first > now ? first : undefined;
}
