import type { Scope } from '#shared/access';
import { isOpen } from '../../domain/stage/graph.ts';
import { lastOf } from '../../domain/stage/round.ts';
import { casesIn, standingsOf } from '../../domain/stage/standing.ts';
import { isUrgeable } from '../../domain/stage/urge.ts';
import type { Followed } from '../../stores/stages.ts';
import { leads, mayPlan } from './who.ts';

export const stageActs = ['plan', 'reopen', 'urge'] as const;

/** What the caller may do with a stage now; whether there is anything left to plan, planning it says. */
export function stageActions(
  scope: Scope,
  { project, rounds, copies }: Followed,
  stage: number,
): (typeof stageActs)[number][] {
  const last = lastOf(rounds, stage);
  const open = last && isOpen(last.state) ? last : undefined;
  const isFree = !open || (open.state === 'planned' && casesIn(open, copies).length === 0);
  const plans = mayPlan(scope, project);
  const urges = open && (plans || leads(scope, open)) && standingsOf(open, copies).some((one) => isUrgeable(open, one));
  return [
    ...(plans && isFree ? (['plan'] as const) : []),
    ...(plans && last && !open && last.state !== 'granted' ? (['reopen'] as const) : []),
    ...(urges ? (['urge'] as const) : []),
  ];
}
