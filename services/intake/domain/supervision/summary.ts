/** Counters of one value of a dimension: of a day, of a part of it, or of many days together. */
export type Counters = Readonly<Record<string, number>>;

/** How many decisions took so many days. */
export const daysKey = (days: number): string => `days${days}`;

/** Counters side by side, as one. */
export function added(all: readonly Counters[]): Counters {
  const sum: Record<string, number> = {};
  for (const [name, n] of all.flatMap((one) => Object.entries(one))) sum[name] = (sum[name] ?? 0) + n;
  return sum;
}

/** What counters say. */
export function figuresOf(counters: Counters) {
  const of = (name: string): number => counters[name] ?? 0;
  const days = Object.entries(counters)
    .filter(([name]) => /^days\d+$/.test(name))
    .map(([name, cases]) => ({ days: Number(name.slice(4)), cases }))
    .toSorted((a, b) => a.days - b.days);
  const cases = of('reformed');
  const mean = (name: string): number => rounded(of(name) / cases);
  return {
    accepted: of('accepted'),
    decided: of('decided'),
    overdue: of('overdue'),
    silentAcceptances: of('silent'),
    ...spreadOf(days),
    papers: {
      cases: of('onPaper'),
      lines: of('paperLines'),
      originals: of('originals'),
      copies: of('copies'),
    },
    reductions:
      cases === 0
        ? null
        : {
            cases,
            steps: { before: mean('stepsBefore'), now: mean('steps') },
            materials: { before: mean('materialsBefore'), asked: mean('asked'), fetched: mean('fetched') },
            visits: { before: mean('visitsBefore'), now: mean('visits') },
            days: { before: mean('daysBefore'), now: mean('daysTaken') },
          },
  };
}

/** Mean, and the least number of days within which nine of ten were done (nearest rank). */
function spreadOf(sorted: readonly { days: number; cases: number }[]) {
  const all = sorted.reduce((sum, { cases }) => sum + cases, 0);
  if (all === 0) return { meanDays: null, p90Days: null };
  const mean = sorted.reduce((sum, { days, cases }) => sum + days * cases, 0) / all;
  let left = Math.ceil(all * 0.9);
  const p90 = sorted.find(({ cases }) => (left -= cases) <= 0);
  return { meanDays: rounded(mean), p90Days: p90?.days ?? null };
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
