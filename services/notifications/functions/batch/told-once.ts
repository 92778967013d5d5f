import type { Batch, BatchRow } from '../../domain/batch/batch.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import { rowsOfFact } from '../../stores/lines.ts';
import { inboxPartition } from '../../store.ts';
import { noticeIdOf } from '../notice/notice-id.ts';
import type { RunDeps } from './run-deps.ts';

/** Whom a row names: by all the ids that are one party with his, and how he is reached. */
interface Person {
  row: BatchRow;
  ids: readonly string[];
  contact: Contact | undefined;
}

/** Those whom these rows tell. A party whose ids were merged is told by the first row that names one of them; the others are `again`. */
export async function toldOnce(
  found: Batch,
  rows: readonly BatchRow[],
  deps: RunDeps,
): Promise<{ people: Person[]; again: number }> {
  const all = await Promise.all(rows.map(async (row) => ({ row, ...(await deps.contacts.withIds(row.partyId)) })));
  const before = await Promise.all(all.map((one) => isTold(found, one, deps)));
  const named = new Set<string>();
  const people = all.filter(({ row, ids }, n) => {
    const isNew = !before[n] && !ids.some((id) => named.has(id));
    if (isNew) named.add(row.partyId);
    return isNew;
  });
  return { people, again: rows.length - people.length };
}

/** Whether an earlier row has told him under another of his ids: by a notice, or in his inbox alone. */
async function isTold({ id }: Batch, { row, ids }: Person, { notices, table }: RunDeps): Promise<boolean> {
  const others = ids.filter((one) => one !== row.partyId);
  const told = await Promise.all(
    others.map(async (partyId) => {
      const noticeId = noticeIdOf({ id, partyId });
      const line = { id: noticeId, partitions: [inboxPartition(partyId)] };
      return (await notices.load(noticeId)) !== undefined || (await rowsOfFact(table, line, new Date(0))).length > 0;
    }),
  );
  return told.includes(true);
}
