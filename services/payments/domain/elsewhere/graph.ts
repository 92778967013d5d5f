import * as z from 'zod';

/** A payment that a bank has taken by the code on a bill, as finance enters it. */
export const elsewhereState = z.enum(['proposed', 'booked', 'rejected']);
export type ElsewhereState = z.infer<typeof elsewhereState>;
export type ElsewhereAct = 'book' | 'reject';

export interface ElsewhereArrow {
  act: ElsewhereAct;
  from: readonly ElsewhereState[];
  to: ElsewhereState;
  who: readonly ('another' | 'finance')[];
}

/** (from, act, who) → to. Everything else is refused. */
export const elsewhereGraph: readonly ElsewhereArrow[] = [
  { act: 'book', from: ['proposed'], to: 'booked', who: ['another'] },
  { act: 'reject', from: ['proposed'], to: 'rejected', who: ['another'] },
];

/** Where an act leads; undefined where there is no such way. */
export function elsewhereStep(from: ElsewhereState, act: ElsewhereAct): ElsewhereState | undefined {
  return elsewhereGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
