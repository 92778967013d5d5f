import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import { usualAnswerDays } from '../domain/bundle/joint.ts';

const settingsKey: Key = { pk: 'STAGES', sk: 'SETTINGS' };

const settings = once(() =>
  z.object({ version: z.int(), answerDays: z.int(), by: z.string().optional(), at: z.string().optional() }),
);
export type StageSettings = z.infer<ReturnType<typeof settings>>;

/** In how many working days the departments of a set answer for a stage, and who set it when. */
export function stageSettingStore(table: Table) {
  return {
    async get(): Promise<StageSettings> {
      const row = await table.get(settingsKey);
      return row ? settings().parse(row) : { version: 0, answerDays: usualAnswerDays };
    },

    async set(before: number, answerDays: number, { at, office, actor }: Cause): Promise<StageSettings> {
      const version = before + 1;
      const record = { version, answerDays, by: actor.sub, at: at.toISOString() };
      const entry = { pk: `${settingsKey.pk}#${settingsKey.sk}`, sk: `T#${String(version).padStart(6, '0')}` };
      await table.transact([
        { put: { ...settingsKey, schema: 1, ...record }, when: before === 0 ? ifAbsent : ifVersion(before) },
        { put: { ...entry, schema: 1, at: record.at, office, actor: actor.sub, answerDays }, when: ifAbsent },
      ]);
      return record;
    },
  };
}
