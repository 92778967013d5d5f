import { dayOf, nextDay, previousDay } from '#shared/calendar';
import { Conflict } from '#shared/conflict';
import type { Row } from '#shared/table';
import type { IntakeDeps } from '../../deps.ts';
import type { Entry, Walk } from '../../stores/diary.ts';
import { dueShards } from '../../stores/due.ts';
import type { Now } from './clock-cause.ts';
import { passArchive } from './pass-archive.ts';
import { passCase, type ClockDeps } from './pass-case.ts';
import { passCommitment } from './pass-commitment.ts';
import { passDelivery } from './pass-delivery.ts';
import { passPublicity, passPush } from './pass-publicity.ts';

/** How many cases are worked on side by side. */
const width = 8;

/**
 * What time does to what is due, cases and what follows from them: reads only the shards of the days since the last run, so
 * it costs as much as there is due. What is done with has moved on in the index: killed halfway, the next run takes up the
 * rest.
 */
export const passTimeHourly = (deps: IntakeDeps) => async (): Promise<Record<string, number>> => {
  const now = deps.now();
  const calendar = await deps.calendars.current();
  const from = (await (await deps.dues()).walk()) ?? { day: previousDay(dayOf(now)), version: 0 };
  let passed = 0;
  for (let day = from.day; day <= dayOf(now); day = nextDay(day)) {
    for (const shard of dueShards) passed += await walkShard({ day, shard, now, calendar }, deps);
  }
  await moveOn(from, now, deps);
  return { CasesPassedByTime: passed };
};

async function moveOn(from: Walk, now: Date, { dues }: IntakeDeps): Promise<void> {
  // Who began an act before midnight may still write a row of the day before: it is walked once more.
  const before = previousDay(dayOf(now));
  if (from.version === 0 || from.day < before) await (await dues()).moveTo(before, from);
}

interface Shard extends Now {
  day: string;
  shard: string;
}

async function walkShard({ day, shard, now, calendar }: Shard, deps: IntakeDeps): Promise<number> {
  let passed = 0;
  let after: Row | undefined;
  do {
    const page = await (await deps.dues()).due(day, shard, { now, after });
    for (let n = 0; n < page.entries.length; n += width) {
      const done = page.entries.slice(n, n + width).map((entry) => pass(entry, { now, calendar }, deps));
      passed += (await Promise.all(done)).filter(Boolean).length;
    }
    after = page.last;
  } while (after);
  return passed;
}

type Pass = (id: string, at: Now, deps: IntakeDeps) => Promise<boolean>;

/** What time does, by the kind of record that is due. */
const passes: Record<string, Pass> = {
  CASE: passCase,
  COMMITMENT: passCommitment,
  DELIVERY: passDelivery,
  PUBLICITY: passPublicity,
  PUSH: passPush,
  ARCHIVE: passArchive,
  // It fills in forms, which few hours need.
  BUNDLE: async (...given) => (await import('./pass-bundle.ts')).passBundle(...given),
};

async function pass(entry: Entry, at: Now, deps: IntakeDeps): Promise<boolean> {
  // It stood nearer than it is due, as what is due far off does.
  if (entry.at && entry.at > at.now) return standAgain(entry, at.now, deps);
  const found = passes[entry.kind];
  if (!found) throw new Error('a record is due of which nobody knows what time does to it');
  return found(entry.id, at, deps);
}

async function standAgain(entry: Entry, now: Date, { dues }: ClockDeps): Promise<boolean> {
  try {
    await (await dues()).standAgain(entry, now);
  } catch (error) {
    // Who has moved it meanwhile knows better.
    if (!(error instanceof Conflict)) throw error;
  }
  return false;
}
