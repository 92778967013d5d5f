import type { Clock } from '../clock.ts';
import type { Schedule } from './schedule.ts';

/** Fires scheduled rules by the local clock. */
export interface Scheduler {
  add: (schedule: Schedule, fire: () => void) => void;
  start: () => void;
  /** Moves the clock by a number of milliseconds, stopping at every due instant in order and draining the cloud there. */
  move: (byMs: number) => Promise<void>;
  stop: () => void;
}

interface Entry {
  schedule: Schedule;
  fire: () => void;
  dueMs: number;
}

// Timers cannot wait for longer than 24.8 days.
const longestWaitMs = 86_400_000;

/** The rules in the order in which they come due. */
function createAgenda() {
  const entries: Entry[] = [];
  return {
    add: (entry: Entry) => void entries.push(entry),
    earliest: (): number => entries.reduce((least, { dueMs }) => Math.min(least, dueMs), Number.POSITIVE_INFINITY),
    fireDue(atMs: number): void {
      for (const entry of entries.filter(({ dueMs }) => dueMs <= atMs)) {
        entry.dueMs = entry.schedule(atMs);
        entry.fire();
      }
    },
  };
}

interface Walk {
  clock: Clock;
  agenda: ReturnType<typeof createAgenda>;
  drain: () => Promise<void>;
}

async function walk(byMs: number, { clock, agenda, drain }: Walk): Promise<void> {
  await drain();
  const targetMs = clock.ms() + byMs;
  for (let dueMs = agenda.earliest(); dueMs <= targetMs; dueMs = agenda.earliest()) {
    clock.moveTo(dueMs);
    agenda.fireDue(dueMs);
    await drain();
  }
  clock.moveTo(targetMs);
}

/** Makes a scheduler; `drain` must resolve when everything that a rule has caused is done. */
export function createScheduler(clock: Clock, drain: () => Promise<void>): Scheduler {
  const agenda = createAgenda();
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let moving = 0;
  let moves: Promise<void> = Promise.resolve();

  const arm = (): void => {
    clearTimeout(timer);
    if (!running || moving > 0) return;
    timer = setTimeout(tick, Math.min(longestWaitMs, Math.max(0, agenda.earliest() - clock.ms())));
  };
  const tick = (): void => {
    agenda.fireDue(clock.ms());
    arm();
  };

  return {
    add(schedule, fire) {
      agenda.add({ schedule, fire, dueMs: schedule(clock.ms()) });
      arm();
    },
    start() {
      running = true;
      arm();
    },
    move(byMs) {
      moving += 1;
      clearTimeout(timer);
      // One at a time: two moves together would fire rules out of order.
      const done = moves
        .then(() => walk(byMs, { clock, agenda, drain }))
        .finally(() => {
          moving -= 1;
          arm();
        });
      moves = done.catch(() => undefined);
      return done;
    },
    stop() {
      running = false;
      clearTimeout(timer);
    },
  };
}
