import { evaluate, readCondition, type Truth } from './condition.ts';
import type { InForce } from '../area/in-force.ts';
import { alternativesOf, itemsOf, type Facts, type PlanItem, type StagePlan } from './stage-plan.ts';

/** Whether a project has to do with an item: not, where a condition or an evaluation of its area says so. */
export type Applies =
  | { applies: 'yes' }
  | { applies: 'no'; because: 'condition' }
  | { applies: 'no'; because: 'area-evaluation'; evaluation: string; area: InForce }
  /** Facts that are not told yet decide it: it is planned as if it did. */
  | { applies: 'unknown'; asks: readonly string[] };

/** Evaluations of its area that are in force for a project, by their kind. */
export type AreaEvaluations = ReadonlyMap<string, InForce>;

interface Covering {
  evaluation: string;
  area: InForce;
}

export function applying(plan: StagePlan, facts: Facts, inForce: AreaEvaluations): Map<string, Applies> {
  const covered = new Map(
    Object.entries(plan.areaCovers).flatMap(([evaluation, items]) => {
      const area = inForce.get(evaluation);
      return area ? items.map((item): [string, Covering] => [item, { evaluation, area }]) : [];
    }),
  );
  return new Map(itemsOf(plan).map((item) => [item.key, appliesTo(item, facts, covered.get(item.key))]));
}

function appliesTo({ when }: PlanItem, facts: Facts, covering: Covering | undefined): Applies {
  const truth = when === undefined ? { is: true } : truthOf(when, facts);
  if ('is' in truth && !truth.is) return { applies: 'no', because: 'condition' };
  if (covering) return { applies: 'no', because: 'area-evaluation', ...covering };
  return 'asks' in truth ? { applies: 'unknown', asks: truth.asks } : { applies: 'yes' };
}

function truthOf(when: string, facts: Facts): Truth {
  const read = readCondition(when);
  if ('fault' in read) throw new Error(`a plan was shipped with a condition that cannot be read: ${when}`);
  return evaluate(read.condition, facts);
}

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
