import * as z from 'zod';
import { once } from '#shared/once';
import { living } from '../project/graph.ts';
import type { Project } from '../project/project.ts';

/** What a project weighs for whoever carries it: approvals are the most work, and what rests the least. */
export const weights = {
  reserve: 1,
  coded: 2,
  'in-approval': 4,
  'under-construction': 2,
  suspended: 1,
} as const satisfies Partial<Record<Project['state'], number>>;

const count = once(() => z.int().default(0));

/** How many projects an officer carries in each state, and when he was last given one. */
export const load = once(() =>
  z.object({
    reserve: count(),
    coded: count(),
    'in-approval': count(),
    'under-construction': count(),
    suspended: count(),
    givenAt: z.coerce.date().optional(),
  }),
);
export type Load = z.infer<ReturnType<typeof load>>;
const states = ['reserve', 'coded', 'in-approval', 'under-construction', 'suspended'] as const;

export const openOf = (found: Load): number => sum(states.map((state) => found[state]));
export const weightOf = (found: Load): number => sum(states.map((state) => found[state] * weights[state]));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** What an officer has done in a month. */
export const resultNames = ['given', 'passedOn', 'completed', 'ended'] as const;
type Counter = Project['state'] | (typeof resultNames)[number];

/** What acts change in the counters of one officer; `given`: a project has become his. */
export interface Tally {
  officer: string;
  load: Partial<Record<Counter, number>>;
  results: Partial<Record<Counter, number>>;
}

interface Changed {
  before?: Project | undefined;
  project: Project;
}

/** What acts change in the counters of officers, each of them once: a transaction writes no row twice. */
export function talliesOf(changes: readonly Changed[]): Tally[] {
  const steps = changes.flatMap(({ before, project }) => [
    ...carried(before, -1),
    ...carried(project, 1),
    ...done(before, project),
  ]);
  return [...Map.groupBy(steps, ({ officer }) => officer)].map(([officer, own]) => ({
    officer,
    load: added(own.flatMap((step) => ('load' in step ? [step.load] : []))),
    results: added(own.flatMap((step) => ('result' in step ? [step.result] : []))),
  }));
}

type Count = readonly [Counter, number];
type Step = { officer: string; load: Count } | { officer: string; result: Count };

const carried = (found: Project | undefined, n: 1 | -1): Step[] =>
  found?.officer !== undefined && living.includes(found.state)
    ? [{ officer: found.officer, load: [found.state, n] }]
    : [];

function done(before: Project | undefined, after: Project): Step[] {
  const [was, is] = [before?.officer, after.officer];
  const changed: Step[] = [
    ...(was !== undefined && was !== is ? [{ officer: was, result: ['passedOn', 1] } as const] : []),
    ...(is !== undefined && was !== is ? [{ officer: is, result: ['given', 1] } as const] : []),
  ];
  const isOver = before?.state !== after.state && !living.includes(after.state);
  if (!isOver || is === undefined) return changed;
  return [...changed, { officer: is, result: [after.state === 'completed' ? 'completed' : 'ended', 1] }];
}

/** Counters that come to nothing are left out. */
function added(counts: readonly Count[]): Tally['load'] {
  const sums = new Map<Counter, number>();
  for (const [name, n] of counts) sums.set(name, (sums.get(name) ?? 0) + n);
  return Object.fromEntries([...sums].filter(([, n]) => n !== 0));
}

/** What is told of what an officer carries. */
export function workloadOf({ givenAt, ...states }: Load) {
  const found = { ...states, givenAt };
  return { open: openOf(found), weight: weightOf(found), states, givenAt };
}
