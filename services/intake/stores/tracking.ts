import { allRows } from '#shared/all-rows';
import * as z from 'zod';
import { Conflict } from '#shared/conflict';
import { once } from '#shared/once';
import { ifAbsent, ifVersion, type Key, type Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { heldUntil, noTries, tried, tries, triesKeptMs, type Tries } from '../domain/tracking/tries.ts';
import { applicationIn, numberKey, recordKey } from './rows.ts';

const triesKey = (number: string): Key => ({ pk: `TRIES#${number}`, sk: 'REC' });
/** With each round of a race one try gets through: so many may look at one number at the same moment. */
const mostLost = 60;
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

    tries: triesOf,
    count,

    /**
     * Counts one more try, right or wrong; until when nobody may try, where the number is held. Of many at one moment each
     * has seen those before it. A right one that loses a race looks again, as whoever holds the receipt has done nothing wrong;
     * a wrong one is a `Conflict`.
     */
    async take(number: string, { at, right }: { at: Date; right: boolean }): Promise<Date | undefined> {
      for (let lost = 0; ; lost += 1) {
        const known = await triesOf(number);
        const until = heldUntil(known, at);
        if (until) return until;
        try {
          await count(number, tried(known, { at, right }), at);
          return undefined;
        } catch (error) {
          if (!(error instanceof Conflict) || !right || lost === mostLost) throw error;
        }
      }
    },
  };

  async function triesOf(number: string): Promise<Tries> {
    const row = await table.get(triesKey(number));
    return row ? tries().parse(row) : noTries;
  }

  /** Stores the tries after one more; a lost race is a `Conflict`. */
  async function count(number: string, { version, wrong }: Tries, at: Date): Promise<void> {
    const expiresAt = Math.ceil((at.getTime() + triesKeptMs) / 1000);
    const row = { ...triesKey(number), schema: 1, version, wrong: wrong.map((one) => one.toISOString()), expiresAt };
    await table.put(row, version === 1 ? ifAbsent : ifVersion(version - 1));
  }
}
