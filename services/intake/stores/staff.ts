import * as z from 'zod';
import { once } from '#shared/once';
import type { Key, Table } from '#shared/table';
import type { Person } from '../domain/party/person.ts';

const seen = once(() => z.object({ sub: z.string(), partyId: z.string(), at: z.coerce.date() }));
const staffPartition = (department: string) => `STAFF#${department}`;
const colleagueKey = (department: string, sub: string): Key => ({ pk: staffPartition(department), sk: sub });

/** Posts rotate: who was not seen for so long may have gone. */
const forgottenAfterMs = 60 * 86_400_000;
const keptNotes = 1000;

const isRecent = (at: Date, now: Date): boolean => now.getTime() - at.getTime() < forgottenAfterMs;

/** Who works in a department, as far as this set has seen: there is no directory of staff to ask. */
export function staffStore(table: Table) {
  const noted = new Set<string>();
  return {
    /** Notes that somebody works in a department, once a day and process. */
    async saw(department: string, { sub, partyId }: Person, at: Date): Promise<void> {
      const note = `${at.toISOString().slice(0, 10)}#${department}#${sub}`;
      if (noted.has(note)) return;
      await table.put({ ...colleagueKey(department, sub), schema: 1, sub, partyId, at: at.toISOString() });
      if (noted.size >= keptNotes) noted.clear();
      noted.add(note);
    },

    /** Who was seen in a department of late; of many a hundred, which is enough to know that somebody is left. */
    async seenIn(department: string, now: Date): Promise<Person[]> {
      const { rows } = await table.query({ partition: staffPartition(department), limit: 100 });
      return rows.map((row) => seen().parse(row)).filter(({ at }) => isRecent(at, now));
    },

    /** A colleague of a department by his account; undefined where nobody of that name was seen there of late. */
    async colleague(department: string, sub: string, now: Date): Promise<Person | undefined> {
      const row = await table.get(colleagueKey(department, sub));
      const found = row && seen().parse(row);
      return found && isRecent(found.at, now) ? { sub: found.sub, partyId: found.partyId } : undefined;
    },
  };
}
