import type { Cause } from '#shared/cause';
import { ifAbsent, ifVersion, type Table } from '#shared/table';
import { lightsIn, lightsKey, type LightsRecord } from './lights-row.ts';

/** From which part of a limit on a set shows it in yellow, and who set it when. */
export function lightsStore(table: Table) {
  return {
    get: async (): Promise<LightsRecord> => lightsIn(await table.get(lightsKey)),

    async set(before: number, threshold: number, { at, office, actor }: Cause): Promise<LightsRecord> {
      const version = before + 1;
      const record = { version, threshold, by: actor.sub, at: at.toISOString() };
      const entry = { pk: `${lightsKey.pk}#${lightsKey.sk}`, sk: `T#${String(version).padStart(6, '0')}` };
      await table.transact([
        { put: { ...lightsKey, schema: 1, ...record }, when: before === 0 ? ifAbsent : ifVersion(before) },
        { put: { ...entry, schema: 1, at: record.at, office, actor: actor.sub, threshold }, when: ifAbsent },
      ]);
      return record;
    },
  };
}
