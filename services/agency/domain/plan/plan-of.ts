import type { CalendarYear, Day } from '#shared/calendar';
import { applying, needsOf, type Applies, type AreaEvaluations } from './applies.ts';
import type { ItemCase } from './item-case.ts';
import { criticalPath, inOrder, schedule, type Slot, type Work } from './schedule.ts';
import { stagesOf, type PlannedStage } from './stage-days.ts';
import { daysOf, itemsOf, type Facts, type PlanItem, type StagePlan } from './stage-plan.ts';

export interface Situation {
  facts: Facts;
  /** Absent: it stands in no area that has any. */
  areaEvaluations?: AreaEvaluations;
  /** The case of an item that counts, by the item. */
  cases: ReadonlyMap<string, ItemCase>;
  /** The day on which the approvals began, or are to begin. */
  from: Day;
  today: Day;
  calendar: readonly CalendarYear[];
}

type ItemState = 'off' | 'done' | 'in-hand' | 'refused' | 'stopped' | 'ready' | 'waiting';
type Days = Pick<Slot, 'start' | 'end'>;

export interface PlannedItem {
  key: string;
  stage: number;
  department: string;
  /** Working days that are promised; 0: done on the day. */
  days: number;
  applies: Applies;
  state: ItemState;
  /** Each a list of which one is enough. */
  needs: readonly (readonly string[])[];
  /** Of its needs those that are not met. */
  waitsFor: readonly (readonly string[])[];
  /** As it was to go from the first day on. */
  planned?: Days;
  /** As it goes from today on. */
  expected?: Days;
  /** On what its start waits: of its needs the one that ends last. */
  after?: string;
  case?: ItemCase;
}

export interface Plan {
  items: readonly PlannedItem[];
  stages: readonly PlannedStage[];
  /** Facts that are not told and decide about items. */
  asks: readonly string[];
  criticalPath: readonly string[];
  /** The day on which all is done; absent where something is refused or stopped, or ends in a year that is not published. */
  expectedEnd?: Day;
  /** The first year that it runs into and whose working days are not published: nothing is guessed of it. */
  unpublished?: number;
}

interface Node {
  item: PlanItem;
  key: string;
  applies: Applies;
  needs: string[][];
}

/** A plan as it stands. */
export function planOf(plan: StagePlan, situation: Situation): Plan {
  const { facts, areaEvaluations = new Map(), from, today, calendar } = situation;
  const applies = applying(plan, facts, areaEvaluations);
  const nodes = itemsOf(plan).map((item): Node => {
    const how = applies.get(item.key) ?? { applies: 'yes' };
    return { item, key: item.key, applies: how, needs: how.applies === 'no' ? [] : needsOf(item, applies) };
  });
  const on = inOrder(nodes.filter((one) => one.applies.applies !== 'no'));
  const works = on.map((node) => workOf(node, situation));
  const planned = schedule(on.map(asPlanned), { from, calendar });
  const expected = schedule(works, { from: today, calendar });
  const unpublished = planned.unpublished ?? expected.unpublished;
  const done = new Set(works.filter((work) => work.done).map(({ key }) => key));
  const items = nodes.map((node) => plannedItem(node, { plan, situation, done, planned, expected }));
  const end = unpublished === undefined ? expectedEnd(items) : undefined;
  return {
    items,
    stages: stagesOf(plan, on),
    asks: [...new Set(nodes.flatMap((one) => (one.applies.applies === 'unknown' ? one.applies.asks : [])))],
    criticalPath: unpublished === undefined ? criticalPath(works, expected.slots) : [],
    ...(unpublished !== undefined && { unpublished }),
    ...(end !== undefined && { expectedEnd: end }),
  };
}

const asPlanned = ({ item, key, needs }: Node): Work => ({ key, needs, days: daysOf(item) });

function workOf(node: Node, { cases, today }: Situation): Work {
  const work = asPlanned(node);
  const found = cases.get(node.key);
  if (!found || found.state === 'ended') return work;
  if (found.state === 'refused') return { ...work, failed: true };
  if (found.state === 'granted') return { ...work, done: true, ends: found.ended ?? today };
  if (found.due === undefined) return { ...work, begun: found.accepted ?? today };
  return { ...work, ends: found.due > today ? found.due : today };
}

interface Frame {
  plan: StagePlan;
  situation: Situation;
  done: ReadonlySet<string>;
  planned: ReturnType<typeof schedule>;
  expected: ReturnType<typeof schedule>;
}

function plannedItem({ item, key, applies, needs }: Node, frame: Frame): PlannedItem {
  const { plan, situation, done, planned, expected } = frame;
  const found = situation.cases.get(key);
  const waitsFor = needs.filter((one) => !one.some((other) => done.has(other)));
  const [before, after] = [planned.slots.get(key), expected.slots.get(key)];
  const state = stateOf(applies, { found, isLost: expected.lost.has(key), waits: waitsFor.length > 0 });
  return {
    key,
    stage: plan.stages.find(({ items }) => items.includes(item))?.n ?? 0,
    department: item.department,
    days: daysOf(item),
    applies,
    state,
    needs,
    waitsFor,
    ...(before && { planned: { start: before.start, end: before.end } }),
    ...(after && { expected: { start: begunOn(found) ?? after.start, end: after.end } }),
    ...(after?.after !== undefined && { after: after.after }),
    ...(found && { case: found }),
  };
}

/** Of what can be applied for again the day on which it was is no matter. */
const begunOn = (found: ItemCase | undefined): Day | undefined =>
  found && found.state !== 'ended' ? (found.accepted ?? found.submitted) : undefined;

interface Standing {
  found: ItemCase | undefined;
  isLost: boolean;
  waits: boolean;
}

function stateOf({ applies }: Applies, { found, isLost, waits }: Standing): ItemState {
  if (applies === 'no') return 'off';
  if (found?.state === 'granted') return 'done';
  if (found?.state === 'refused') return 'refused';
  if (found && found.state !== 'ended') return 'in-hand';
  if (isLost) return 'stopped';
  return waits ? 'waiting' : 'ready';
}

function expectedEnd(items: readonly PlannedItem[]): Day | undefined {
  if (items.some(({ state }) => state === 'refused' || state === 'stopped')) return undefined;
  const ends = items.flatMap(({ expected }) => expected?.end ?? []).toSorted();
  return ends.at(-1);
}
