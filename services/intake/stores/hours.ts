import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Table } from '#shared/table';
import {
  hoursEntry,
  hoursRecord,
  usual,
  type HoursChange,
  type HoursEntry,
  type HoursRecord,
} from '../domain/clock/office-hours.ts';
import { hoursKey } from './hours-row.ts';
import { recountFrom } from './recounts.ts';

const timeline = `${hoursKey.pk}#${hoursKey.sk}`;

/** The office hours of a set, and who proposed and published them. */
export function hoursStore(table: Table) {
  return {
    async get(): Promise<HoursRecord> {
      const row = await table.get(hoursKey);
      return row ? hoursRecord().parse(row) : usual;
    },

    async timeline(): Promise<HoursEntry[]> {
      const rows = await allRows(table, { partition: timeline });
      return rows.map((row) => hoursEntry().parse(row));
    },

    /** With hours that are published, what runs into them is ordered to be counted anew in the same transaction. */
    async save({ act, before, record, said }: HoursChange, cause: Cause): Promise<void> {
      const entry = { ...said, at: cause.at.toISOString(), act, office: cause.office, actor: cause.actor.sub };
      await table.transact([
        ...markWrites(cause),
        { put: { ...hoursKey, schema: 1, ...plain(record) }, when: before === 0 ? ifAbsent : ifVersion(before) },
        {
          put: { pk: timeline, sk: `T#${String(record.version).padStart(6, '0')}`, schema: 1, ...entry },
          when: ifAbsent,
        },
        ...(act === 'publish' ? await recountFrom(table, said.from, cause.at) : []),
      ]);
    },
  };
}
