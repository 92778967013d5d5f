import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import type { Page } from '#shared/page';
import { pageOf, type PageAt } from '#shared/record-page';
import { ifAbsent, ifVersion, type Table } from '#shared/table';
import { timelineRow } from '#shared/timeline';
import type { Area } from '../domain/area/area.ts';
import type { AreaChange } from '../domain/area/change.ts';
import type { Saved } from '../domain/area/reuse.ts';
import * as rows from './area-rows.ts';

const counts = once(() => z.record(z.string(), z.number()));
const kept = once(() =>
  z.object({ saved: z.array(z.object({ evaluation: z.string(), items: z.int(), days: z.int() })) }),
);

/** 区域评估: areas with their reports, and what is reused of each. */
export function areaStore(table: Table) {
  return {
    async get(id: string): Promise<Area | undefined> {
      const row = await table.get(rows.areaKey(id));
      return row && rows.areaIn(row);
    },

    inState: (state: Area['state'], page: PageAt): Promise<Page<Area>> =>
      pageOf(
        table,
        { n: 1, partitions: [rows.areasIn(state)], newestFirst: true, keyOf: rows.areaKey, itemIn: rows.areaIn },
        page,
      ),

    /** Projects, items and days that were counted, by evaluation. */
    async countsOf(id: string): Promise<Record<string, number>> {
      const { pk, sk, ...row } = (await table.get(rows.countsKey(id))) ?? {};
      return counts().parse(row);
    },

    /** What was counted for a project; undefined where nothing was. */
    async savedFor(areaId: string, projectId: string): Promise<readonly Saved[] | undefined> {
      const row = await table.get(rows.reuseKey(areaId, projectId));
      return row && kept().parse(row).saved;
    },

    save({ before, area, act }: AreaChange, cause: Cause): Promise<void> {
      const { pk } = rows.areaKey(area.id);
      const { recorded, entryRow } = timelineRow(area, { pk, act, version: area.version }, cause);
      return table.transact([
        ...markWrites(cause),
        { put: rows.areaRow(recorded), when: before ? ifVersion(before.version) : ifAbsent },
        { put: entryRow, when: ifAbsent },
      ]);
    },
  };
}
