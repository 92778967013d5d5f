import { dayOf, type CalendarYear } from '#shared/calendar';
import { refuse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { counting } from '../../domain/plan/case-copy.ts';
import type { ItemCase } from '../../domain/plan/item-case.ts';
import { planOf, type Plan } from '../../domain/plan/plan-of.ts';
import { planFor } from '../../domain/plan/stage-plans.ts';
import type { StagePlan } from '../../domain/plan/stage-plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { noPlan } from '../../problems/plan.ts';

export interface Planned {
  stagePlan: StagePlan;
  plan: Plan;
  from: string;
  today: string;
}

/** The plan of a project as it stands on a day. */
export async function plannedOf(
  found: Project,
  at: Date,
  deps: Pick<AgencyDeps, 'calendars' | 'projectCases'>,
): Promise<Planned | Refusal> {
  return planOn(found, { at, ...(await knownOf(found.id, deps)) });
}

/** What a plan is computed from, besides the project itself. */
export async function knownOf(projectId: string, deps: Pick<AgencyDeps, 'calendars' | 'projectCases'>): Promise<Known> {
  const [calendars, cases] = await Promise.all([deps.calendars(), deps.projectCases()]);
  const [calendar, copies] = await Promise.all([calendars.current(), cases.of(projectId)]);
  return { calendar, cases: counting(copies) };
}

interface Known {
  calendar: readonly CalendarYear[];
  cases: ReadonlyMap<string, ItemCase>;
}

/** The same by what was read already. */
export function planOn(found: Project, { at, calendar, cases }: Known & { at: Date }): Planned | Refusal {
  const stagePlan = planFor(found.kind);
  if (!stagePlan) return refuse(noPlan);
  const today = dayOf(at);
  const from = found.approvalBegan ? dayOf(found.approvalBegan) : today;
  const plan = planOf(stagePlan, { facts: found.facts, cases, from, today, calendar });
  return { stagePlan, plan, from, today };
}
