import { dayOf, nextDay } from '#shared/calendar';
import { Conflict } from '#shared/conflict';
import type { Row } from '#shared/table';
import { passTime } from '../../domain/case/clock-act.ts';
import { nextDeadline } from '../../domain/case/standing.ts';
import type { IntakeDeps } from '../../deps.ts';
import { dueShards, type Entry, type Walk } from '../../stores/due.ts';
import { settled } from '../case/settled.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { passDelivery } from './pass-delivery.ts';

type PassTimeDeps = Pick<IntakeDeps, 'applications' | 'calendars' | 'deliveries' | 'dues' | 'newId' | 'now' | 'set'>;

/** How many cases are worked on side by side. */
const width = 8;

/**
 * What time does to what is due, cases and what follows from them: reads only the shards of the days since the last run, so
 * it costs as much as there is due. What is done with has moved on in the index: killed halfway, the next run takes up the
 * rest.
 */
export const passTimeHourly = (deps: PassTimeDeps) => async (): Promise<Record<string, number>> => {
  const now = deps.now();
  const calendar = await deps.calendars.current();
  const from = (await deps.dues.walk()) ?? { day: dayOf(now), version: 0 };
  let passed = 0;
  for (let day = from.day; day <= dayOf(now); day = nextDay(day)) {
    for (const shard of dueShards) passed += await walkShard({ day, shard, now, calendar }, deps);
  }
  await moveOn(from, now, deps);
  return { CasesPassedByTime: passed };
};

async function moveOn(from: Walk, now: Date, { dues }: PassTimeDeps): Promise<void> {
  const today = dayOf(now);
  if (from.version === 0 || from.day < today) await dues.moveTo(today, from);
}

interface Shard extends Now {
  day: string;
  shard: string;
}

async function walkShard({ day, shard, now, calendar }: Shard, deps: PassTimeDeps): Promise<number> {
  let passed = 0;
  let after: Row | undefined;
  do {
    const page = await deps.dues.due(day, shard, { now, after });
    for (let n = 0; n < page.entries.length; n += width) {
      const done = page.entries.slice(n, n + width).map((entry) => pass(entry, { now, calendar }, deps));
      passed += (await Promise.all(done)).filter(Boolean).length;
    }
    after = page.last;
  } while (after);
  return passed;
}

type Pass = (id: string, at: Now, deps: PassTimeDeps) => Promise<boolean>;

/** What time does, by the kind of record that is due. */
const passes: Record<string, Pass> = { CASE: passCase, DELIVERY: passDelivery };

function pass({ kind, id }: Entry, ...rest: [Now, PassTimeDeps]): Promise<boolean> {
  const found = passes[kind];
  if (!found) throw new Error('a record is due of which nobody knows what time does to it');
  return found(id, ...rest);
}

/** Everything that is due for one case, one act after another; false where nothing was. */
async function passCase(id: string, { now, calendar }: Now, deps: PassTimeDeps): Promise<boolean> {
  for (let acts = 0; ; acts += 1) {
    const found = await deps.applications.getForClock(id);
    const change = found && passTime(found, now, calendar);
    if (!found || !change) {
      // Nothing is due after all, as after a change of the calendar: the row goes where it belongs.
      if (acts === 0) await deps.dues.replace(id, found && nextDeadline(found, calendar), now);
      return acts > 0;
    }
    const all = settled(change, { at: now, calendar });
    try {
      await deps.applications.save(
        { ...all, due: { ...all.due, always: true }, running: { ...all.running, always: true } },
        clockCause(now, deps),
      );
    } catch (error) {
      // Somebody did something with the case at this very moment: look again.
      if (!(error instanceof Conflict)) throw error;
    }
  }
}
