import { previousDay, type Day } from '#shared/calendar';
import { differenceOf, type Difference } from '../plan/difference.ts';
import { planOf, type Situation } from '../plan/plan-of.ts';
import type { StagePlan } from '../plan/stage-plan.ts';
import type { Area } from './area.ts';
import { inForce, turnsOf, type Ground } from './in-force.ts';

/** A day on which the plan of a project becomes another because of its area. */
export interface AreaTurn extends Partial<Difference> {
  day: Day;
  began: readonly string[];
  lapsed: readonly string[];
}

interface Standing {
  area: Area;
  ground: Ground;
  since: Day;
}

/** What has become of a plan by its area since the project stands there, and what will: as the plan is today. */
export function areaTurns(plan: StagePlan, situation: Situation, { area, ground, since }: Standing): AreaTurn[] {
  const plannedWith = (day: Day) => {
    const areaEvaluations = inForce(area, ground, day);
    return { kinds: [...areaEvaluations.keys()], plan: planOf(plan, { ...situation, areaEvaluations }) };
  };
  return turnsOf(area)
    .filter((day) => day > since)
    .map((day) => {
      const [was, is] = [plannedWith(previousDay(day)), plannedWith(day)];
      const began = is.kinds.filter((one) => !was.kinds.includes(one));
      const lapsed = was.kinds.filter((one) => !is.kinds.includes(one));
      return { day, began, lapsed, ...differenceOf(was.plan, is.plan) };
    })
    .filter(({ began, lapsed }) => began.length + lapsed.length > 0);
}
