import { daysOf, type PlanItem, type StagePlan } from './stage-plan.ts';

export interface PlannedStage {
  n: number;
  lead: string;
  /** Working days from its acceptance that the stage is promised in. */
  limitDays: number;
  /** What its own items need at the least, one after another as they depend: more than the limit shows that it is not met. */
  days: number;
  items: number;
}

interface On {
  item: PlanItem;
  key: string;
  needs: readonly (readonly string[])[];
}

/** The stages with the items that are on; these stand in an order in which none comes before its needs. */
export function stagesOf({ stages }: StagePlan, on: readonly On[]): PlannedStage[] {
  return stages.map(({ n, lead, limitDays, items }) => {
    const own = on.filter(({ item }) => items.includes(item));
    return { n, lead, limitDays, days: longest(own), items: own.length };
  });
}

function longest(own: readonly On[]): number {
  const ends = new Map<string, number>();
  for (const { item, key, needs } of own) {
    const starts = needs.map((one) => Math.min(...one.map((other) => ends.get(other) ?? 0)));
    ends.set(key, Math.max(0, ...starts) + daysOf(item));
  }
  return Math.max(0, ...ends.values());
}
