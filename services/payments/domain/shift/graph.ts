import * as z from 'zod';

/** How a cashier's shift stands. `counted`: the cash is counted, and waits for another person to count it too. */
export const shiftState = z.enum(['open', 'counted', 'sealed', 'deposited']);
export type ShiftState = z.infer<typeof shiftState>;

export type ShiftAct = 'take' | 'count' | 'send-back' | 'seal' | 'deposit' | 'cover';

export interface ShiftArrow {
  act: ShiftAct;
  from: readonly ShiftState[];
  to: ShiftState;
  /** `another`: somebody else than the cashier of the shift. */
  who: readonly ('cashier' | 'another' | 'finance')[];
  when?: string;
}

/** 班次: (from, act, who) → to. */
export const shiftGraph: readonly ShiftArrow[] = [
  { act: 'take', from: ['open'], to: 'open', who: ['cashier'] },
  { act: 'count', from: ['open'], to: 'counted', who: ['cashier'] },
  { act: 'send-back', from: ['counted'], to: 'open', who: ['another'], when: 'it comes to another sum' },
  { act: 'seal', from: ['counted'], to: 'sealed', who: ['another'], when: 'it comes to the same sum' },
  { act: 'deposit', from: ['sealed'], to: 'deposited', who: ['finance'] },
  // 短款: what was missing is made good, whenever that is.
  { act: 'cover', from: ['sealed'], to: 'sealed', who: ['finance'], when: 'cash was missing' },
  { act: 'cover', from: ['deposited'], to: 'deposited', who: ['finance'], when: 'cash was missing' },
];

/** Where an act leads; undefined where there is no such way. */
export function shiftStep(from: ShiftState, act: ShiftAct): ShiftState | undefined {
  return shiftGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
