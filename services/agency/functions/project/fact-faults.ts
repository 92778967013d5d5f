import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import type { Facts } from '../../domain/plan/stage-plan.ts';
import { wrongFacts } from '../../domain/plan/stage-plans.ts';
import { factUnfit } from '../../problems/plan.ts';

/** Facts that the plan of this kind of project does not ask, or not so, by their place. */
export function factFaults(
  { kind, facts }: { kind: string; facts: Facts },
  pointer: string,
  { language }: Pick<Call, 'language'>,
): Fault[] {
  const { code, ...words } = factUnfit;
  return wrongFacts(kind, facts).map((name) => ({
    pointer: `${pointer}/facts/${name}`,
    code,
    message: words[language],
  }));
}
