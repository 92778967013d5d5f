import type { Plan } from '../plan/plan-of.ts';

/** What one evaluation of an area saves a project: items, and the working days that they were promised in. */
export interface Saved {
  evaluation: string;
  items: number;
  days: number;
}

/** What a project reuses of an area. */
export interface Reuse {
  areaId: string;
  saved: readonly Saved[];
}

export interface ReuseChange {
  was: Reuse | undefined;
  is: Reuse | undefined;
}

/** What is off in a plan only because an evaluation of the area stands for it. */
export function savedBy({ items }: Pick<Plan, 'items'>): Saved[] {
  const saved = new Map<string, Saved>();
  for (const { applies, days } of items) {
    if (applies.applies !== 'no' || applies.because !== 'area-evaluation') continue;
    const { evaluation } = applies;
    const before = saved.get(evaluation) ?? { evaluation, items: 0, days: 0 };
    saved.set(evaluation, { evaluation, items: before.items + 1, days: before.days + days });
  }
  return [...saved.values()];
}

/** Projects, items and days by evaluation, and projects in all: what is added to the counters of an area. */
export function countsOf({ saved }: Pick<Reuse, 'saved'>, sign: 1 | -1): Record<string, number> {
  const each = saved.flatMap(({ evaluation, items, days }): [string, number][] => [
    [`${evaluation}.projects`, sign],
    [`${evaluation}.items`, sign * items],
    [`${evaluation}.days`, sign * days],
  ]);
  return Object.fromEntries([['projects', sign], ...each]);
}

/** The counters of an area as they are shown: evaluations that somebody reuses. */
export function reuseShown(counts: Readonly<Record<string, number>>, kinds: readonly string[]) {
  const of = (name: string): number => counts[name] ?? 0;
  const evaluations = kinds
    .map((evaluation) => ({
      evaluation,
      projects: of(`${evaluation}.projects`),
      items: of(`${evaluation}.items`),
      days: of(`${evaluation}.days`),
    }))
    .filter(({ projects }) => projects > 0);
  return { projects: of('projects'), evaluations };
}
