import * as z from 'zod';

/**
 * How a refund stands. `undoing`: what it is of has been booked by a collector, who must undo that before anything goes back; `kept`: he
 * has refused that. `unknown`: the channel has not answered, so that nothing may be concluded. `stuck`: the channel cannot give it
 * back the way it came. `verifying`, `verified`, `treasury-due`: 退付, of money that has been remitted; the unit, finance and the treasury
 * have it in turn.
 */
export const refundState = z.enum([
  'proposed',
  'undoing',
  'kept',
  'rejected',
  'approved',
  'pending',
  'unknown',
  'stuck',
  'redirected',
  'paying-out',
  'verifying',
  'verified',
  'treasury-due',
  'done',
]);
export type RefundState = z.infer<typeof refundState>;

export type RefundAct =
  | 'approve'
  | 'reject'
  | 'undo'
  | 'wait'
  | 'undone'
  | 'undone-remitted'
  | 'keep'
  | 'take'
  | 'lose'
  | 'miss'
  | 'finish'
  | 'stick'
  | 'redirect'
  | 'send-back'
  | 'pay-out'
  | 'divert'
  | 'verify'
  | 'refuse'
  | 'pay-back'
  | 'return';

export interface RefundArrow {
  act: RefundAct;
  from: readonly RefundState[];
  to: RefundState;
  /** `another`: somebody else than who made the step before. `channel` and `silence` as of an attempt. */
  who: readonly ('finance' | 'another' | 'channel' | 'collector' | 'silence' | 'unit' | 'treasury')[];
  /** What decides between two ways of one act. */
  when?: string;
}

const sent = ['approved', 'pending', 'unknown'] as const;

/** The life of a refund: (from, act, who) → to. It takes one way at a time: the channel's, and only when that has failed the other. */
export const refundGraph: readonly RefundArrow[] = [
  { act: 'approve', from: ['proposed'], to: 'approved', who: ['another'] },
  { act: 'reject', from: ['proposed'], to: 'rejected', who: ['another'] },
  // 冲销: a collector must not believe that it is paid, while the money goes back.
  { act: 'undo', from: ['proposed', 'verified'], to: 'undoing', who: ['another'], when: 'a collector has it as paid' },
  { act: 'wait', from: ['undoing'], to: 'undoing', who: ['silence'] },
  { act: 'undone', from: ['undoing'], to: 'approved', who: ['collector'] },
  { act: 'undone-remitted', from: ['undoing'], to: 'treasury-due', who: ['collector'], when: 'it was remitted' },
  { act: 'keep', from: ['undoing'], to: 'kept', who: ['collector'] },
  { act: 'approve', from: ['kept'], to: 'undoing', who: ['another'], when: 'it was settled with the collector' },
  { act: 'reject', from: ['kept'], to: 'rejected', who: ['another'] },
  { act: 'take', from: sent, to: 'pending', who: ['channel'] },
  { act: 'lose', from: sent, to: 'unknown', who: ['silence'] },
  // It has never heard of it: it is asked for again, under the same number.
  { act: 'miss', from: sent, to: 'approved', who: ['channel'] },
  { act: 'finish', from: sent, to: 'done', who: ['channel'] },
  { act: 'stick', from: sent, to: 'stuck', who: ['channel'] },
  // 原路无法退回: to an account of the payer's own name, which another person has looked at.
  { act: 'redirect', from: ['stuck'], to: 'redirected', who: ['finance'] },
  { act: 'approve', from: ['redirected'], to: 'paying-out', who: ['another'] },
  { act: 'reject', from: ['redirected'], to: 'stuck', who: ['another'] },
  { act: 'send-back', from: ['paying-out'], to: 'stuck', who: ['finance'] },
  { act: 'pay-out', from: ['paying-out'], to: 'done', who: ['finance'] },
  // 退付: the unit verifies, finance approves, the treasury pays. A bank that does not take it leads back to the unit.
  {
    act: 'divert',
    from: ['proposed', 'undoing', 'stuck'],
    to: 'verifying',
    who: ['finance', 'another', 'collector'],
    when: 'it was remitted',
  },
  { act: 'verify', from: ['verifying'], to: 'verified', who: ['unit'] },
  { act: 'refuse', from: ['verifying'], to: 'rejected', who: ['unit'] },
  { act: 'approve', from: ['verified'], to: 'treasury-due', who: ['another'] },
  { act: 'reject', from: ['verified'], to: 'rejected', who: ['another'] },
  { act: 'pay-back', from: ['treasury-due'], to: 'done', who: ['treasury'] },
  { act: 'return', from: ['treasury-due'], to: 'verifying', who: ['treasury'] },
];

/** Where an act leads; undefined where there is no such way. */
export function refundStep(from: RefundState, act: RefundAct): RefundState | undefined {
  return refundGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
