import { dayOf } from '#shared/calendar';
import { Conflict } from '#shared/conflict';
import type { IntakeDeps } from '../../deps.ts';
import { mayMove, type Entry } from '../../stores/diary.ts';
import type { Position, Recount } from '../../stores/recounts.ts';
import { recountRecord, type RecountedDeps } from './recount-record.ts';

type RecountDeps = RecountedDeps & Pick<IntakeDeps, 'calendars' | 'recounts' | 'now'>;

/** Until then a function may still count by the calendar before: it trusts what it read for 30 seconds, and takes 10 at most. */
const settlesMs = 60_000;
/** How long one run goes on; the next takes up the rest. */
const runMs = 40_000;
/** How many are worked on side by side. */
const width = 8;

/** Open findings wait in their list, by the end of their time, and not in the diary; behind all its places. */
const openFindings = 'FINDINGS';

/**
 * What a calendar that was published or amended does to open cases and to what follows from decided ones. Walks the diary of
 * what is due, in which each of them stands, and then the list of open findings, a page at a time, and takes up what ends on
 * the first day that counts otherwise or later. How far it came is kept after each page: killed at any moment, the next run
 * goes on from there, and finds what was done by then done.
 */
export const recountOpenCases = (deps: RecountDeps) => async (): Promise<Record<string, number>> => {
  const started = deps.now();
  let [walk, recounted] = [await (await deps.recounts()).ordered(), 0];
  if (walk && started.getTime() - walk.since.getTime() < settlesMs) walk = undefined;
  const dues = await deps.dues();
  const days = walk ? dues.placesFrom((await dues.walk())?.day ?? dayOf(started), started) : [];
  const places = [...days, openFindings];
  while (walk && deps.now().getTime() - started.getTime() < runMs) {
    const page = await nextPage(walk, places, deps);
    if (page) recounted += await recountAll(page.entries.filter(mayMove(walk.first)), deps);
    walk = await moveOn(walk, page?.end, deps);
  }
  return { LimitsRecounted: recounted };
};

/** The next page of the diary on which anything stands, and where it ends; undefined behind the last. */
async function nextPage({ first, place = '', after }: Recount, places: readonly string[], deps: RecountDeps) {
  for (const one of places.filter((each) => (after ? each >= place : each > place))) {
    const { entries, last } = await pageAt(one, { first, after: one === place ? after : undefined }, deps);
    if (entries.length > 0) return { entries, end: { place: one, after: last } };
  }
  return undefined;
}

async function pageAt(place: string, { first, after }: Pick<Recount, 'first' | 'after'>, deps: RecountDeps) {
  if (place !== openFindings) return (await deps.dues()).standing(place, after);
  const { found, last } = await (await deps.findings()).openFrom(first, after);
  return { entries: found.map(({ id, answerBy: at }): Entry => ({ kind: 'FINDING', id, at })), last };
}

async function recountAll(entries: readonly Entry[], deps: RecountDeps): Promise<number> {
  const at = { now: deps.now(), calendar: await deps.calendars.current() };
  let recounted = 0;
  for (let n = 0; n < entries.length; n += width) {
    const done = entries.slice(n, n + width).map((entry) => recountRecord(entry, at, deps));
    recounted += (await Promise.all(done)).filter(Boolean).length;
  }
  return recounted;
}

/** Keeps how far the walk came, or that it is over; undefined where nothing is left for this run. */
async function moveOn(
  walk: Recount,
  end: Position | undefined,
  { recounts }: RecountDeps,
): Promise<Recount | undefined> {
  try {
    const store = await recounts();
    return end ? await store.moveTo(end, walk) : await store.finish(walk);
  } catch (error) {
    // Another calendar has ordered it anew.
    if (!(error instanceof Conflict)) throw error;
    return undefined;
  }
}
