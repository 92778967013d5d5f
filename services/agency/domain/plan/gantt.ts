import type { Day } from '#shared/calendar';
import type { Plan, PlannedItem } from './plan-of.ts';

interface Span {
  start: Day;
  end: Day;
}
interface Actual {
  start: Day;
  end?: Day | undefined;
}

/** A plan as bars: by stage each item that is on, with what its start waits for, one after another. */
export function barsOf({ items, stages, criticalPath }: Plan) {
  const critical = new Set(criticalPath);
  const after = new Map(items.map((item) => [item.key, item.after]));
  return stages.map((stage) => {
    const own = items.filter((item) => item.stage === stage.n && item.state !== 'off');
    const bars = own.map((item) => barOf(item, { isCritical: critical.has(item.key), path: pathTo(item.key, after) }));
    return {
      ...stage,
      planned: spanOf(own.map(({ planned }) => planned)),
      expected: spanOf(own.map(({ expected }) => expected)),
      actual: actualOf(bars),
      bars,
    };
  });
}

function barOf(item: PlannedItem, { isCritical: critical, path }: { isCritical: boolean; path: string[] }) {
  const { key, department, state, planned, expected, case: found } = item;
  const actual: Actual | undefined = found && { start: found.accepted ?? found.submitted, end: found.ended };
  return { key, department, state, critical, path, planned, expected, actual, pauses: found?.pauses ?? [] };
}

/** What an item waits for, each for the one before, and itself at the end. */
function pathTo(key: string, after: ReadonlyMap<string, string | undefined>): string[] {
  const before = after.get(key);
  return before === undefined ? [key] : [...pathTo(before, after), key];
}

/** From the first start to the last end; undefined where one is not known. */
function spanOf(days: readonly (Span | undefined)[]): Span | undefined {
  const known = days.flatMap((one) => one ?? []);
  const [first, last] = [
    known.map(({ start }) => start).toSorted()[0],
    known
      .map(({ end }) => end)
      .toSorted()
      .at(-1),
  ];
  return known.length === days.length && first !== undefined && last !== undefined
    ? { start: first, end: last }
    : undefined;
}

/** It has ended once every item has been granted. */
function actualOf(bars: readonly { state: PlannedItem['state']; actual: Actual | undefined }[]): Actual | undefined {
  const known = bars.flatMap(({ actual }) => actual ?? []);
  const start = known.map((one) => one.start).toSorted()[0];
  if (start === undefined) return undefined;
  const ends = known.flatMap(({ end }) => end ?? []).toSorted();
  return { start, ...(bars.every(({ state }) => state === 'done') && { end: ends.at(-1) }) };
}
