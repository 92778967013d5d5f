import { previousDay, type Day } from '#shared/calendar';
import type { AreaEvaluations } from '../plan/applies.ts';
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
  const planned = (areaEvaluations: AreaEvaluations) => planOf(plan, { ...situation, areaEvaluations });
  return turnsOf(area)
    .filter((day) => day > since)
    .flatMap((day): AreaTurn[] => {
      const [was, is] = [inForce(area, ground, previousDay(day)), inForce(area, ground, day)];
      const began = [...is.keys()].filter((one) => !was.has(one));
      const lapsed = [...was.keys()].filter((one) => !is.has(one));
      // Most days of an area are no matter to this project: a plan is computed only where one is.
      if (began.length + lapsed.length === 0) return [];
      return [{ day, began, lapsed, ...differenceOf(planned(was), planned(is)) }];
    });
}
