import { industrialPrivate } from './industrial-private.ts';
import type { Facts, FactKind, StagePlan } from './stage-plan.ts';

/** The plans that are shipped, one for each kind of project. */
export const stagePlans: readonly StagePlan[] = [industrialPrivate];

export const planFor = (kind: string): StagePlan | undefined => stagePlans.find(({ key }) => key === kind);

/** Facts of a project that its plan does not ask, or not so; of a kind that no plan is shipped for nothing is known. */
export function wrongFacts(kind: string, facts: Facts): string[] {
  const plan = planFor(kind);
  if (!plan) return [];
  return Object.entries(facts).flatMap(([name, told]) => {
    const asked = plan.facts[name];
    return asked && fits(asked, told) ? [] : [name];
  });
}

function fits(asked: FactKind, told: Facts[string]): boolean {
  if (asked.kind === 'yes-no') return typeof told === 'boolean';
  if (asked.kind === 'number') return typeof told === 'number' && told >= 0;
  if (asked.kind === 'choice') return typeof told === 'string' && asked.of.includes(told);
  return typeof told === 'object' && told.every((one) => asked.of.includes(one));
}
