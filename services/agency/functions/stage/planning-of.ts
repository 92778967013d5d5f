import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { usualYellow } from '../../domain/stage/clock.ts';
import { lastOf, type Round } from '../../domain/stage/round.ts';
import type { PlanStage } from '../../domain/plan/stage-plan.ts';
import { noPlan } from '../../problems/plan.ts';
import { notCarried } from '../../problems/stage.ts';
import type { Followed } from '../../stores/stages.ts';
import { knownBy, type Planned } from '../plan/planned.ts';
import { toKnow } from './to-know.ts';
import { mayPlan } from './who.ts';

/** A stage that is to be planned, by who may. */
export interface Planning {
  followed: Followed;
  planned: Planned;
  stage: PlanStage & { yellowFrom: number };
  last: Round | undefined;
}

export async function planningOf({ params, scope, cause }: Call, deps: AgencyDeps): Promise<Planning | Refusal> {
  const followed = await toKnow(params['id'] ?? '', deps);
  if (!followed) return refuse(problems.notFound);
  if (!mayPlan(scope, followed.project)) return refuse(notCarried);
  const planned = knownBy(followed.project, { at: cause.at, ...followed });
  if (!planned) return refuse(noPlan);
  const { stagePlan } = planned;
  const stage = stagePlan.stages.find(({ n }) => n === Number(params['n']));
  if (!stage) return refuse(problems.notFound);
  const yellowFrom = stagePlan.yellowFrom ?? usualYellow;
  return { followed, planned, stage: { ...stage, yellowFrom }, last: lastOf(followed.rounds, stage.n) };
}
