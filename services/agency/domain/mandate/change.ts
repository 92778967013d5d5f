import { ClosingSheetDueV1 } from '#events/agency/closing-sheet-due.v1';
import { fact, type Fact } from '#events/event';
import { authorityFacts } from './authority.ts';
import { mandateGraph, over, standingMandate, type MandateAct, type MandateActor } from './graph.ts';
import type { Mandate } from './mandate.ts';

export interface MandateChange {
  before: Mandate | undefined;
  mandate: Mandate;
  act: MandateAct | 'ask';
  /** One for each authority that has changed, told under that authority. */
  facts: readonly { authorityId: string; told: Fact }[];
  /** Told of the mandate itself: its closing sheet is due. */
  own: readonly Fact[];
}

const may = (one: { who: readonly MandateActor[] }, who: readonly MandateActor[]) =>
  one.who.some((actor) => who.includes(actor));

/** What these may do with a mandate: the one graph that also decides. */
export function actionsOn(found: Mandate, who: readonly MandateActor[]): MandateAct[] {
  const moving = mandateGraph.filter((arrow) => may(arrow, who) && arrow.from.includes(found.state));
  const resting = standingMandate.filter((one) => may(one, who) && one.in.includes(found.state));
  return [...moving, ...resting].map(({ act }) => act).filter((act) => act !== 'record-visit' || !found.visit);
}

/** 回访 is due once it is over, until it was made. */
export const visitIsDue = ({ state, visit }: Mandate): boolean => over.includes(state) && !visit;

/** A mandate after an act of one of these, with what it makes of the officers' authorities; undefined where it may not be done. */
export function changed(
  before: Mandate,
  { act, who }: { act: MandateAct; who: readonly MandateActor[] },
  set: Partial<Mandate> = {},
): MandateChange | undefined {
  if (!actionsOn(before, who).includes(act)) return undefined;
  const to = mandateGraph.find((arrow) => arrow.act === act && arrow.from.includes(before.state))?.to;
  const after: Mandate = { ...before, ...set, state: to ?? before.state, version: before.version + 1 };
  const isOver = over.includes(after.state) && !over.includes(before.state);
  const own = isOver ? [fact(ClosingSheetDueV1, { mandateId: after.id })] : [];
  return { before, mandate: after, act, facts: authorityFacts(before, after), own };
}
