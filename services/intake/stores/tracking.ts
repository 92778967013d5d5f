import { allRows } from '#shared/all-rows';
import * as z from 'zod';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { noTries, tries, triesKeptMs, type Tries } from '../domain/tracking/tries.ts';
import { applicationIn, numberKey, recordKey } from './rows.ts';

const triesKey = (number: string): Key => ({ pk: `TRIES#${number}`, sk: 'REC' });
const entry = once(() => z.object({ at: z.string(), act: z.string() }));

/** What is asked without a login: a case by its number, and how often that was tried in vain. */
export function trackingStore(table: Table) {
  return {
    /** The case with a number; read from an index, so it may be a moment old. */
    async find(number: string): Promise<Application | undefined> {
      const { rows } = await table.query({ index: 'index3', partition: numberKey(number), limit: 1 });
      const [row] = rows;
      return row && applicationIn(row);
    },

    async acts(id: string): Promise<z.infer<ReturnType<typeof entry>>[]> {
      const rows = await allRows(table, { partition: recordKey(id).pk, prefix: 'T#' });
      return rows.map((row) => entry().parse(row));
    },

    async tries(number: string): Promise<Tries> {
      const row = await table.get(triesKey(number));
      return row ? tries().parse(row) : noTries;
    },

    /** Stores the tries after one more; a lost race is a `Conflict`, and the request is tried again. */
    async count(number: string, { version, wrong }: Tries, at: Date): Promise<void> {
      const expiresAt = Math.ceil((at.getTime() + triesKeptMs) / 1000);
      const row = { ...triesKey(number), schema: 1, version, wrong: wrong.map((one) => one.toISOString()), expiresAt };
      await table.put(row, version === 1 ? ifAbsent : ifVersion(version - 1));
    },
  };
}
