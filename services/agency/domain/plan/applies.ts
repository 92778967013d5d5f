import { evaluate, readCondition, type Truth } from './condition.ts';
import { alternativesOf, itemsOf, type Facts, type PlanItem, type StagePlan } from './stage-plan.ts';

/** Whether a project has to do with an item: not, where a condition or an evaluation of its area says so. */
export type Applies =
  | { applies: 'yes' }
  | { applies: 'no'; because: 'condition' }
  | { applies: 'no'; because: 'area-evaluation'; evaluation: string }
  /** Facts that are not told yet decide it: it is planned as if it did. */
  | { applies: 'unknown'; asks: readonly string[] };

export function applying(plan: StagePlan, facts: Facts): Map<string, Applies> {
  const inForce = listIn(facts['areaEvaluations']);
  const covered = new Map(
    Object.entries(plan.areaCovers).flatMap(([evaluation, items]) =>
      inForce.includes(evaluation) ? items.map((item): [string, string] => [item, evaluation]) : [],
    ),
  );
  return new Map(itemsOf(plan).map((item) => [item.key, appliesTo(item, facts, covered.get(item.key))]));
}

function appliesTo({ when }: PlanItem, facts: Facts, evaluation: string | undefined): Applies {
  const truth = when === undefined ? { is: true } : truthOf(when, facts);
  if ('is' in truth && !truth.is) return { applies: 'no', because: 'condition' };
  if (evaluation !== undefined) return { applies: 'no', because: 'area-evaluation', evaluation };
  return 'asks' in truth ? { applies: 'unknown', asks: truth.asks } : { applies: 'yes' };
}

function truthOf(when: string, facts: Facts): Truth {
  const read = readCondition(when);
  if ('fault' in read) throw new Error(`a plan was shipped with a condition that cannot be read: ${when}`);
  return evaluate(read.condition, facts);
}

const listIn = (told: Facts[string] | undefined): readonly string[] => (typeof told === 'object' ? told : []);

/**
 * What an item needs of those that apply: each a list of which one is enough. A need of which none applies falls away, and
 * of alternatives that apply for certain the others are no matter.
 */
export function needsOf({ needs = [] }: PlanItem, applies: ReadonlyMap<string, Applies>): string[][] {
  return needs
    .map(alternativesOf)
    .map((keys) => {
      const certain = keys.filter((key) => applies.get(key)?.applies === 'yes');
      return certain.length > 0 ? certain : keys.filter((key) => applies.get(key)?.applies === 'unknown');
    })
    .filter((keys) => keys.length > 0);
}
