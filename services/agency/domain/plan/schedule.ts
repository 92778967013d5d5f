import { workingDaysAfter, type CalendarYear, type Day } from '#shared/calendar';

/** An item as it is scheduled. */
export interface Work {
  key: string;
  days: number;
  /** Each a list of which one must be done before it starts: the first that is. */
  needs: readonly (readonly string[])[];
  /** Of what is done, or in hand and due: when it ends, whatever it needs. */
  ends?: Day;
  /** Of what is in hand without a day on which it is due: since when. */
  begun?: Day;
  done?: true;
  /** It was refused: what needs it stops. */
  failed?: true;
}

export interface Slot {
  start: Day;
  end: Day;
  /** On what its start waits: the one of its needs that ends last; absent where it could start at once. */
  after?: string;
}

/** The days of each work that can be known; who is refused or waits for such a one is lost. */
export interface Schedule {
  slots: ReadonlyMap<string, Slot>;
  lost: ReadonlySet<string>;
  /** The first year that would have to be published: what ends in it or later has no days. */
  unpublished?: number;
}

interface Frame {
  from: Day;
  calendar: readonly CalendarYear[];
}

/**
 * Each work as early as it can be, and none before its needs: what is needed ends on the day on which the next is accepted,
 * and a limit counts from the day after (行政许可法 art. 82). The works stand in an order in which none comes before its needs.
 */
export function schedule(works: readonly Work[], { from, calendar }: Frame): Schedule {
  const slots = new Map<string, Slot>();
  const lost = new Set<string>();
  let unpublished: number | undefined;
  for (const work of works) {
    if (work.failed || isLost(work, lost)) lost.add(work.key);
    const start = lost.has(work.key) ? undefined : startOf(work, slots, from);
    if (!start) continue;
    const { day, provisional } = workingDaysAfter(start.start, work.days, calendar);
    if (work.ends === undefined && provisional) unpublished ??= firstUnpublished(start.start, calendar);
    else slots.set(work.key, { ...start, end: work.ends ?? latest(day, work.begun === undefined ? day : from) });
  }
  return { slots, lost, ...(unpublished !== undefined && { unpublished }) };
}

const latest = (a: Day, b: Day): Day => (a > b ? a : b);
const isBegun = ({ ends, begun }: Work): boolean => ends !== undefined || begun !== undefined;
const isLost = (work: Work, lost: ReadonlySet<string>): boolean =>
  !isBegun(work) && work.needs.some((alternatives) => alternatives.every((key) => lost.has(key)));

/** Undefined where what it waits for ends in a year that is not published. */
function startOf(work: Work, slots: ReadonlyMap<string, Slot>, from: Day): Omit<Slot, 'end'> | undefined {
  const begun = work.ends ?? work.begun;
  if (begun !== undefined) return { start: begun };
  let last: { start: Day; after?: string } = { start: from };
  for (const alternatives of work.needs) {
    const first = firstDone(alternatives, slots);
    if (!first) return undefined;
    if (first.end >= last.start) last = { start: first.end, after: first.key };
  }
  return last;
}

/** The alternative that ends first; undefined where none ever does. */
function firstDone(keys: readonly string[], slots: ReadonlyMap<string, Slot>): { key: string; end: Day } | undefined {
  const ends = keys.flatMap((key) => {
    const slot = slots.get(key);
    return slot ? [{ key, end: slot.end }] : [];
  });
  return ends.toSorted((a, b) => (a.end < b.end ? -1 : Number(a.end > b.end)))[0];
}

function firstUnpublished(start: Day, calendar: readonly CalendarYear[]): number {
  let year = Number(start.slice(0, 4));
  while (calendar.some((one) => one.year === year)) year += 1;
  return year;
}

/** Works in an order in which none comes before what it needs; otherwise as they stood. Throws on a loop. */
export function inOrder<Item extends Pick<Work, 'key' | 'needs'>>(items: readonly Item[]): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  const placed = new Set<Item>();
  const begun = new Set<Item>();
  function place(item: Item): void {
    if (placed.has(item)) return;
    if (begun.has(item)) throw new Error(`a plan was shipped with a loop: ${item.key} waits for itself`);
    begun.add(item);
    for (const key of item.needs.flat()) {
      const needed = byKey.get(key);
      if (needed) place(needed);
    }
    placed.add(item);
  }
  for (const item of items) place(item);
  return [...placed];
}

/** The works on which the end depends, in their order: from the last that ends back over what each has waited for. */
export function criticalPath(works: readonly Work[], slots: ReadonlyMap<string, Slot>): string[] {
  const open = new Set(works.filter(({ done }) => !done).map(({ key }) => key));
  const endOf = (key: string | undefined): Day => (key === undefined ? '' : (slots.get(key)?.end ?? ''));
  let last: string | undefined;
  for (const key of open) if (slots.has(key) && endOf(key) >= endOf(last)) last = key;
  const path: string[] = [];
  for (let key = last; key !== undefined && open.has(key); key = slots.get(key)?.after) path.unshift(key);
  return path;
}
