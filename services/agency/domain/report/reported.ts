import type { Progress } from './progress.ts';

/** How far a project is, as its set has told the city. */
export type Reported = Progress & { district: string; sequence: number };

/** What one project counts for in the sums of its district, by the name of the counter. */
export function countsOf({ state, stage, overdue }: Progress): Record<string, number> {
  return {
    projects: 1,
    [`state:${state}`]: 1,
    ...(stage !== undefined && { [`stage:${stage}`]: 1 }),
    ...(overdue > 0 && { overdueProjects: 1, overdueItems: overdue }),
  };
}

/** The first day on which something of it was due and is not done; undefined where nothing is overdue. */
export const overdueSince = ({ items, day, overdue }: Progress): string | undefined =>
  overdue > 0 ? items.flatMap(({ due }) => (due !== undefined && due < day ? [due] : [])).toSorted()[0] : undefined;

export interface DistrictSums {
  district: string;
  projects: number;
  states: Record<string, number>;
  stages: Record<string, number>;
  overdueProjects: number;
  overdueItems: number;
}

/** The sums of districts out of the rows of their counters, by district. */
export function sumsOf(rows: readonly { district: string; counts: Record<string, number> }[]): DistrictSums[] {
  return [...Map.groupBy(rows, ({ district }) => district)].map(([district, own]) => {
    const all = new Map<string, number>();
    for (const [name, n] of own.flatMap(({ counts }) => Object.entries(counts)))
      all.set(name, (all.get(name) ?? 0) + n);
    const named = (prefix: string) =>
      Object.fromEntries(
        [...all]
          .filter(([name, n]) => name.startsWith(prefix) && n > 0)
          .map(([name, n]) => [name.slice(prefix.length), n]),
      );
    const of = (name: string) => all.get(name) ?? 0;
    const sums = { projects: of('projects'), overdueProjects: of('overdueProjects'), overdueItems: of('overdueItems') };
    return { district, ...sums, states: named('state:'), stages: named('stage:') };
  });
}
