import * as z from 'zod';

/** How a 清分结算 of a payee with an account of its own stands. `rejected`: its money waits again; `approved`: the bank has been told to pay it. */
export const settlementState = z.enum(['drawn', 'rejected', 'approved', 'paid-over']);
export type SettlementState = z.infer<typeof settlementState>;
export type SettlementAct = 'draw' | 'approve' | 'reject' | 'pay-over';

export interface SettlementArrow {
  act: SettlementAct;
  from: readonly SettlementState[];
  to: SettlementState;
  who: readonly ('finance' | 'another' | 'bank')[];
  when?: string;
}

/** (from, act, who) → to. There is one for a payee and day; what has been approved never changes. */
export const settlementGraph: readonly SettlementArrow[] = [
  { act: 'reject', from: ['drawn'], to: 'rejected', who: ['another'] },
  { act: 'draw', from: ['rejected'], to: 'drawn', who: ['finance'] },
  { act: 'approve', from: ['drawn'], to: 'approved', who: ['another'] },
  { act: 'pay-over', from: ['approved'], to: 'paid-over', who: ['bank'], when: 'its statement shows the payment' },
];

/** Where an act leads; undefined where there is no such way. */
export function settlementStep(from: SettlementState, act: SettlementAct): SettlementState | undefined {
  return settlementGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
