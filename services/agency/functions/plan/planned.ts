import { dayOf, type CalendarYear } from '#shared/calendar';
import { refuse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import type { Area } from '../../domain/area/area.ts';
import { inForce, type Ground } from '../../domain/area/in-force.ts';
import { counting, type CaseCopy } from '../../domain/plan/case-copy.ts';
import type { ItemCase } from '../../domain/plan/item-case.ts';
import { planOf, type Plan, type Situation } from '../../domain/plan/plan-of.ts';
import { planFor } from '../../domain/plan/stage-plans.ts';
import type { StagePlan } from '../../domain/plan/stage-plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { noPlan } from '../../problems/plan.ts';

export interface Planned {
  stagePlan: StagePlan;
  plan: Plan;
  from: string;
  today: string;
  /** What the plan was computed from. */
  situation: Situation;
  /** The area in which the project stands. */
  area: Area | undefined;
}

export type PlanDeps = Pick<AgencyDeps, 'calendars' | 'projectCases' | 'areas'>;

/** The plan of a project as it stands on a day. */
export async function plannedOf(found: Project, at: Date, deps: PlanDeps): Promise<Planned | Refusal> {
  return planOn(found, { at, ...(await knownOf(found, deps)) });
}

/** What a plan is computed from, besides the project itself. */
export async function knownOf(found: Pick<Project, 'id' | 'area'>, deps: PlanDeps): Promise<Known> {
  const [calendars, cases, areas] = await Promise.all([deps.calendars(), deps.projectCases(), deps.areas()]);
  const [calendar, copies, area] = await Promise.all([
    calendars.current(),
    cases.of(found.id),
    found.area && areas.get(found.area.id),
  ]);
  return { calendar, cases: counting(copies), area };
}

/** The same where there is a plan, by the cases as they are kept. */
export function knownBy(
  found: Project,
  { copies, ...known }: Omit<Known, 'cases'> & { at: Date; copies: readonly CaseCopy[] },
): Planned | undefined {
  const planned = planOn(found, { ...known, cases: counting(copies) });
  return 'problem' in planned ? undefined : planned;
}

interface Known {
  calendar: readonly CalendarYear[];
  cases: ReadonlyMap<string, ItemCase>;
  area: Area | undefined;
}

/** The same by what was read already. */
export function planOn(found: Project, { at, calendar, cases, area }: Known & { at: Date }): Planned | Refusal {
  const stagePlan = planFor(found.kind);
  if (!stagePlan) return refuse(noPlan);
  const today = dayOf(at);
  const from = found.approvalBegan ? dayOf(found.approvalBegan) : today;
  const areaEvaluations = area && inForce(area, groundOf(found), today);
  const situation: Situation = {
    facts: found.facts,
    cases,
    from,
    today,
    calendar,
    ...(areaEvaluations && { areaEvaluations }),
  };
  return { stagePlan, plan: planOf(stagePlan, situation), from, today, situation, area };
}

/** Where a project stands, as its area asks it. */
export const groundOf = ({ place, area, facts }: Project): Ground => ({
  region: place.region,
  plot: area?.plot,
  facts,
});
