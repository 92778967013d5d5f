import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import { settings, shipped, type Settings } from '../domain/settings/settings.ts';

const key: Key = { pk: 'SETTINGS#help', sk: 'REC' };

/** The limits of help in a set; what the code brings along is the first version. */
export function settingsStore(table: Table) {
  return {
    async current(): Promise<Settings> {
      const row = await table.get(key);
      return row ? settings().parse(row) : shipped;
    },

    save(after: Settings, cause: Cause): Promise<void> {
      const { recorded, entryRow } = timelineRow(
        after,
        { pk: key.pk, act: 'set-limits', version: after.version },
        cause,
      );
      const when = after.version === shipped.version + 1 ? ifAbsent : ifVersion(after.version - 1);
      return table.transact([
        ...markWrites(cause),
        { put: { ...key, schema: 1, ...plain(recorded) }, when },
        { put: entryRow, when: ifAbsent },
      ]);
    },
  };
}
