import type { Plan, PlannedItem } from '../plan/plan-of.ts';
import type { PlanStage } from '../plan/stage-plan.ts';
import type { Round, RoundItem } from './round.ts';
import { standingsOf } from './standing.ts';
import type { CaseCopy } from '../plan/case-copy.ts';

/** Why an item of a stage is not in its round; `waits`: for what is not granted and not in the round either. */
export const leftOut = ['off', 'done', 'in-hand', 'refused', 'stopped', 'waits'] as const;

export interface RoundPlan {
  items: readonly RoundItem[];
  out: readonly { itemKey: string; because: (typeof leftOut)[number] }[];
  /** Facts that decide about items of the stage and are not told. */
  asks: readonly string[];
}

type Choice = (item: PlannedItem) => boolean;

/** What is left of a stage: what applies and is neither granted, in hand nor refused, and waits for nothing outside of the round. */
export const whatIsLeft = (plan: Plan, { n }: Pick<PlanStage, 'n'>): RoundPlan =>
  roundOf(plan, n, ({ state }) => state === 'ready' || state === 'waiting');

/** What a round has left behind: what was refused or ended, and what that stopped, unless it was granted or applied for since. */
export function whatItLeft(plan: Plan, round: Round, copies: readonly CaseCopy[]): RoundPlan {
  const lost = new Set(
    standingsOf(round, copies).flatMap(({ itemKey, standing }) => (standing === 'granted' ? [] : [itemKey])),
  );
  return roundOf(plan, round.stage, ({ key, state }) => lost.has(key) && !['off', 'done', 'in-hand'].includes(state));
}

function roundOf(plan: Plan, stage: number, isWanted: Choice): RoundPlan {
  const own = plan.items.filter((item) => item.stage === stage);
  const wanted = new Map(own.filter(isWanted).map((item) => [item.key, item]));
  const inside = withNeedsMet(wanted);
  return {
    items: [...inside.values()].map(({ key, department, waitsFor }) => ({
      itemKey: key,
      department,
      needs: waitsFor.flatMap((one) => one.find((other) => inside.has(other)) ?? []),
    })),
    out: own.filter(({ key }) => !inside.has(key)).map((item) => ({ itemKey: item.key, because: becauseOf(item) })),
    asks: [...new Set(own.flatMap(({ applies }) => (applies.applies === 'unknown' ? applies.asks : [])))],
  };
}

/** Those that wait for nothing but one another: whoever waits for another is dropped, until nobody is. */
function withNeedsMet(wanted: ReadonlyMap<string, PlannedItem>): ReadonlyMap<string, PlannedItem> {
  const kept = new Map(
    [...wanted].filter(([, { waitsFor }]) => waitsFor.every((one) => one.some((key) => wanted.has(key)))),
  );
  return kept.size === wanted.size ? kept : withNeedsMet(kept);
}

function becauseOf({ state }: PlannedItem): RoundPlan['out'][number]['because'] {
  return state === 'ready' || state === 'waiting' ? 'waits' : state;
}
