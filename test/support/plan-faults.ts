import { factsIn, readCondition } from '../../services/agency/domain/plan/condition.ts';
import { alternativesOf, itemsOf, type StagePlan } from '../../services/agency/domain/plan/stage-plan.ts';

export type PlanFault =
  | { fault: 'item-twice' | 'condition-unreadable'; item: string }
  | { fault: 'fact-unknown'; item: string; fact: string }
  /** What is filed, reviewed or inspected together and is no item. */
  | { fault: 'shared-unknown'; item: string }
  | { fault: 'item-unknown'; item: string; needs: string }
  | { fault: 'covers-unknown'; evaluation: string; item: string }
  | { fault: 'loop'; items: readonly string[] };

/** Everything that is wrong with a plan, by name: none before it is shipped. */
export function faultsOfPlan(plan: StagePlan): PlanFault[] {
  const items = itemsOf(plan);
  const keys = new Set(items.map(({ key }) => key));
  const twice = items.filter(({ key }, n) => items.findIndex((one) => one.key === key) !== n);
  const covers = Object.entries(plan.areaCovers).flatMap(([evaluation, of]) =>
    of.filter((item) => !keys.has(item)).map((item): PlanFault => ({ fault: 'covers-unknown', evaluation, item })),
  );
  const { drawing, visit, evaluations = [] } = plan;
  const shared = [
    ...evaluations,
    ...(drawing ? [drawing.item, ...drawing.parts.flatMap(({ decides }) => decides ?? [])] : []),
    ...(visit ? [visit.item, ...visit.items] : []),
  ];
  const loop = loopIn(plan);
  return [
    ...twice.map(({ key }): PlanFault => ({ fault: 'item-twice', item: key })),
    ...conditionFaults(plan),
    ...items.flatMap(({ key, needs = [] }) =>
      needs
        .flatMap(alternativesOf)
        .filter((one) => !keys.has(one))
        .map((one): PlanFault => ({ fault: 'item-unknown', item: key, needs: one })),
    ),
    ...covers,
    ...shared.filter((item) => !keys.has(item)).map((item): PlanFault => ({ fault: 'shared-unknown', item })),
    ...(loop ? [{ fault: 'loop' as const, items: loop }] : []),
  ];
}

function conditionFaults(plan: StagePlan): PlanFault[] {
  return itemsOf(plan).flatMap(({ key: item, when }): PlanFault[] => {
    if (when === undefined) return [];
    const read = readCondition(when);
    if ('fault' in read) return [{ fault: 'condition-unreadable', item }];
    const unknown = factsIn(read.condition).filter((fact) => !plan.facts[fact]);
    return unknown.map((fact) => ({ fault: 'fact-unknown', item, fact }));
  });
}

/** Items that wait for one another, from one back to itself; undefined where there are none. */
function loopIn(plan: Pick<StagePlan, 'stages'>): string[] | undefined {
  const needs = new Map(itemsOf(plan).map(({ key, needs: of = [] }) => [key, of.flatMap(alternativesOf)]));
  const done = new Set<string>();

  function walk(key: string, path: readonly string[]): string[] | undefined {
    if (path.includes(key)) return [...path.slice(path.indexOf(key)), key];
    if (done.has(key)) return undefined;
    for (const next of needs.get(key) ?? []) {
      const loop = walk(next, [...path, key]);
      if (loop) return loop;
    }
    done.add(key);
    return undefined;
  }

  for (const key of needs.keys()) {
    const loop = walk(key, []);
    if (loop) return loop;
  }
  return undefined;
}
