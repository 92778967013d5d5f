import { arePublished, isWorkingDay, nextDay, workingDaysBetween, type CalendarYear, type Day } from '#shared/calendar';

/** An item by its days: when it was decided, and while it was paused. */
export interface ClockItem {
  decided?: Day | undefined;
  pauses: readonly { from: Day; until?: Day | undefined }[];
}

export interface StageClock {
  /** The stage's acceptance; that day is not counted (行政许可法 art. 82). */
  accepted: Day;
  items: readonly ClockItem[];
}

/** The days after one day up to another; `never` where it has no end. */
export interface Span {
  after: Day;
  to: Day;
}
export const never: Day = '9999-12-31';

/**
 * The days that the clock of a stage leaves out: those on which every item that is undecided was paused. A pause counts from the day after it began to
 * the day on which it ended, as a case's own does; an item is undecided up to the day of its decision.
 */
export function pausedTogether({ accepted, items }: StageClock): Span[] {
  const decisions = new Set(
    items.flatMap(({ decided }) => (decided !== undefined && decided > accepted ? decided : [])),
  );
  const ends = [...[...decisions].toSorted(), never];
  const spans = ends.flatMap((to, n) => {
    const undecided = items.filter(({ decided }) => decided === undefined || decided >= to);
    return undecided.length === 0 ? [] : commonTo(undecided, { after: ends[n - 1] ?? accepted, to });
  });
  return joined(spans);
}

/** What of a span lies in a pause of every item. */
const commonTo = (items: readonly ClockItem[], within: Span): Span[] =>
  items.reduce<Span[]>(
    (left, { pauses }) => {
      const own = joined(pauses.map(({ from, until }) => ({ after: from, to: until ?? never })));
      return left.flatMap((one) => own.flatMap((other) => overlap(one, other)));
    },
    [within],
  );

function overlap(a: Span, b: Span): Span[] {
  const after = a.after > b.after ? a.after : b.after;
  const to = a.to < b.to ? a.to : b.to;
  return after < to ? [{ after, to }] : [];
}

/** Spans in order; those that meet are one, and empty ones are none. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const { after, to } of spans
    .filter((one) => one.after < one.to)
    .toSorted((a, b) => (a.after < b.after ? -1 : 1))) {
    const last = found.at(-1);
    if (!last || after > last.to) found.push({ after, to });
    else if (to > last.to) last.to = to;
  }
  return found;
}

/** Working days from the acceptance to a day, or to the last decision where all is decided before it. */
export function usedDays(clock: StageClock, today: Day, calendar: readonly CalendarYear[]): number {
  const whole = { after: clock.accepted, to: lastDay(clock, today) };
  const out = pausedTogether(clock).flatMap((one) => overlap(one, whole));
  const worked = ({ after, to }: Span) => workingDaysBetween(after, to, calendar);
  return out.reduce((left, one) => left - worked(one), worked(whole));
}

/** The last day that counts: the last decision's, once nothing is undecided. */
export function lastDay({ items }: Pick<StageClock, 'items'>, today: Day): Day {
  if (items.some(({ decided }) => decided === undefined)) return today;
  const decisions = items.flatMap(({ decided }) => decided ?? []).toSorted();
  return [today, decisions.at(-1) ?? today].toSorted()[0] ?? today;
}

/** The last day of a limit; undefined while every item is paused and nobody can say for how long. */
export function dueDay(
  clock: StageClock,
  limit: number,
  calendar: readonly CalendarYear[],
): { day: Day; provisional: boolean } | undefined {
  const out = pausedTogether(clock);
  let day = clock.accepted;
  for (let counted = 0; counted < limit;) {
    day = nextDay(day);
    const pause = out.find(({ after, to }) => after < day && day <= to);
    if (pause?.to === never) return undefined;
    counted += Number(!pause && isWorkingDay(day, calendar));
  }
  return { day, provisional: !arePublished(nextDay(clock.accepted), day, calendar) };
}

/** The part of a limit that may go before it is shown in yellow, where a plan names none. */
export const usualYellow = 0.9;

export type StageLight = 'green' | 'yellow' | 'red' | 'paused';

/** 红黄绿灯: red once the limit has passed, whatever pauses it now; else paused, yellow from a part of it on, or green. */
export function lightOf(
  clock: StageClock,
  { n, yellowFrom }: { n: number; yellowFrom: number },
  { today, calendar }: { today: Day; calendar: readonly CalendarYear[] },
): StageLight {
  const used = usedDays(clock, today, calendar);
  if (used > n) return 'red';
  const isPaused = pausedTogether(clock).some(({ after, to }) => after < today && today <= to);
  if (isPaused && lastDay(clock, today) === today) return 'paused';
  return used >= n * yellowFrom ? 'yellow' : 'green';
}
