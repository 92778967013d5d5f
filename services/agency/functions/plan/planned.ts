import { dayOf, type CalendarYear } from '#shared/calendar';
import { refuse, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { planOf, type Plan } from '../../domain/plan/plan-of.ts';
import { planFor } from '../../domain/plan/stage-plans.ts';
import type { StagePlan } from '../../domain/plan/stage-plan.ts';
import type { Project } from '../../domain/project/project.ts';
import { calendarUnpublished, noPlan } from '../../problems/plan.ts';

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
  deps: Pick<AgencyDeps, 'calendars'>,
): Promise<Planned | Refusal> {
  return planOn(found, { at, calendar: await (await deps.calendars()).current() });
}

/** The same by a calendar that was read already. */
export function planOn(
  found: Project,
  { at, calendar }: { at: Date; calendar: readonly CalendarYear[] },
): Planned | Refusal {
  const stagePlan = planFor(found.kind);
  if (!stagePlan) return refuse(noPlan);
  const today = dayOf(at);
  const from = found.approvalBegan ? dayOf(found.approvalBegan) : today;
  const plan = planOf(stagePlan, { facts: found.facts, cases: new Map(), from, today, calendar });
  if ('unpublished' in plan) return { ...refuse(calendarUnpublished), more: { year: String(plan.unpublished) } };
  return { stagePlan, plan, from, today };
}
