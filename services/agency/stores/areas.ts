import * as z from 'zod';
import { once } from '#shared/once';
import type { Publisher } from '#shared/outbox';
import type { PageAt } from '#shared/record-page';
import type { Table } from '#shared/table';
import { area, type Area } from '../domain/area/area.ts';
import type { Saved } from '../domain/area/reuse.ts';
import * as rows from './area-rows.ts';
import { recordStore } from './records.ts';

const counts = once(() => z.record(z.string(), z.number()));
const kept = once(() =>
  z.object({ saved: z.array(z.object({ evaluation: z.string(), items: z.int(), days: z.int() })) }),
);

const inState = (state: Area['state']) => `AREAS#${state}`;

/** 区域评估: areas with their reports, and what is reused of each. */
export function areaStore(table: Table, publisher: Publisher) {
  const records = recordStore<Area>(table, publisher, {
    name: 'AREA',
    schema: area,
    places: ({ id, state, registeredAt }) => [
      [inState(state), `${registeredAt.toISOString()}#${id}`],
      undefined,
      undefined,
    ],
  });
  return {
    ...records,

    inState: (state: Area['state'], page: PageAt) =>
      records.list({ n: 1, partitions: [inState(state)], newestFirst: true }, page),

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
  };
}
