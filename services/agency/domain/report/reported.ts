import { isOverdue, lateStages, type Progress } from './progress.ts';

/** How far a project is, as its set has told the city. */
export type Reported = Progress & { district: string; sequence: number };

/** What one project counts for in the sums of its district, by the name of the counter. */
export function countsOf(progress: Progress): Record<string, number> {
  const { state, stage, overdue } = progress;
  const late = lateStages(progress).length;
  return {
    projects: 1,
    [`state:${state}`]: 1,
    ...(stage !== undefined && { [`stage:${stage}`]: 1 }),
    ...(overdue + late > 0 && { overdueProjects: 1 }),
    ...(overdue > 0 && { overdueItems: overdue }),
    ...(late > 0 && { overdueStages: late }),
  };
}

/** The first day on which something of it was due and is not done; undefined where nothing is overdue. */
export const overdueSince = ({ items, stages = [], day }: Progress): string | undefined =>
  [...items, ...stages].flatMap((one) => (isOverdue(one, day) ? (one.due ?? []) : [])).toSorted()[0];

export interface DistrictSums {
  district: string;
  projects: number;
  states: Record<string, number>;
  stages: Record<string, number>;
  overdueProjects: number;
  overdueItems: number;
  overdueStages: number;
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
    const sums = {
      projects: of('projects'),
      overdueProjects: of('overdueProjects'),
      overdueItems: of('overdueItems'),
      overdueStages: of('overdueStages'),
    };
    return { district, ...sums, states: named('state:'), stages: named('stage:') };
  });
}
