import { dayOf } from '#shared/calendar';
import type { RecordChange, RefusedAct } from '../record-change.ts';
import { visitGraph, type VisitAct, type VisitState } from './graph.ts';
import type { JointVisit } from './visit.ts';

export type VisitChange = RecordChange<JointVisit>;

export type VisitRefusal = RefusedAct<
  | 'moved'
  | 'day-unfit'
  | 'too-early'
  | 'not-participant'
  | 'did-not-come'
  | 'no-such-finding'
  | 'findings-awaited'
  | 'decision-missing'
  | 'findings-full'
>;

export const refused = (code: VisitRefusal['refused'], about?: readonly string[]): VisitRefusal =>
  about ? { refused: code, about } : { refused: code };

/** A visit after an act; `state` where the graph leaves open where it leads. The investor's turn is kept by its days. */
export function changed(
  before: JointVisit,
  { act, at }: { act: VisitAct; at: Date },
  { state, ...set }: Partial<JointVisit>,
): VisitChange | VisitRefusal {
  const arrows = visitGraph.filter((one) => one.act === act && one.from.includes(before.state));
  const to = arrows.find((one) => state === undefined || one.to === state)?.to;
  if (!to) return refused('moved');
  const waits = waitsAfter(before, to, at);
  return { before, after: { ...before, ...set, waits, state: to, version: before.version + 1 }, act, facts: [] };
}

function waitsAfter({ state, waits }: JointVisit, to: VisitState, at: Date): JointVisit['waits'] {
  if (state === to) return waits;
  if (to === 'to-rectify') return [...waits, { from: dayOf(at) }];
  return waits.map((one) => ({ until: dayOf(at), ...one }));
}
