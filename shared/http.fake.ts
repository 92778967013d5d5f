import type { Cause } from '#shared/cause';
import type { HttpDeps } from '#shared/http';
import { fakeLog, type FakeLog } from '#shared/log.fake';
import { replayFrom } from '#shared/mark';
import { createMeter } from '#shared/meter';
import { markWrites } from '#shared/outbox';
import type { Write } from '#shared/table';
import { fakeTable, type FakeTable } from '#shared/table.fake';

export interface FakeHttpDeps extends HttpDeps {
  log: FakeLog;
  table: FakeTable;
  clock: { now: Date };
  /** The attempts that were waited for. */
  pauses: number[];
  /** Saves some rows and the mark of the request in one transaction, as a store does. */
  save: (writes: readonly Write[], cause: Cause) => Promise<void>;
}

/** What the wrapper of the `api` functions needs, over a table in memory and a clock that stands. */
export function fakeHttpDeps(table = fakeTable()): FakeHttpDeps {
  const clock = { now: new Date('2026-08-03T01:00:00Z') };
  const pauses: number[] = [];
  return {
    set: 'gulou',
    table,
    clock,
    pauses,
    now: () => clock.now,
    pause: async (attempt) => void pauses.push(attempt),
    replay: replayFrom(table),
    log: fakeLog(),
    meter: createMeter(),
    save: (writes, cause) => table.transact([...markWrites(cause), ...writes]),
  };
}
