import { ProblemChangedV1 } from '#events/agency/problem-changed.v1';
import { fact, type Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import type { RecordChange } from '../record-change.ts';
import type { Settings } from '../settings/settings.ts';
import { problemGraph, type ProblemAct, type ProblemState } from './graph.ts';
import type { Problem } from './problem.ts';

export type ProblemChange = RecordChange<Problem>;

/** Where and when something is decided. */
export interface Here {
  set: string;
  city: string;
  at: Date;
  calendar: readonly CalendarYear[];
  limits: Settings['limits'];
}

/** A problem after an act of this set, with the fact of it; undefined where no arrow leads there. */
export function changed(
  before: Problem,
  { act, to, set }: { act: ProblemAct; to: ProblemState; set?: Partial<Problem> },
  here: Pick<Here, 'set'>,
): ProblemChange | undefined {
  const leads = problemGraph.some((one) => one.act === act && one.to === to && one.from.includes(before.state));
  if (!leads) return undefined;
  const after: Problem = { ...before, ...set, state: to, version: before.version + 1 };
  return { before, after, act, facts: [told(after, act, here)] };
}

/** A change of which nobody need be told: it came from there. */
export const kept = (before: Problem, act: string, set: Partial<Problem>): ProblemChange => ({
  before,
  after: { ...before, ...set, version: before.version + 1 },
  act,
  facts: [],
});

/** Ids, level and state; from the city it goes back to where it was raised. */
export function told(after: Problem, act: ProblemAct | 'raise', { set }: Pick<Here, 'set'>): Fact {
  const { id: problemId, projectId, home, state, level, kind, department, investor, raiser, limit, reopened } = after;
  const data = {
    problemId,
    projectId,
    home,
    state,
    act,
    level,
    kind,
    investor,
    raiser,
    ...(department && { department }),
    ...(limit && { dueOn: limit.due }),
    ...(reopened && { reopened }),
    ...(after.late && { late: true as const }),
  };
  return fact(ProblemChangedV1, data, home === set ? undefined : home);
}
