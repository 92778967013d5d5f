import * as z from 'zod';

/** How a bill stands. `paying` and `cancel-pending`: an order holds it. */
export const billState = z.enum([
  'due',
  'deferred',
  'paying',
  'cancel-pending',
  'paid',
  'reconciled',
  'remitted',
  'partly-refunded',
  'refunded',
  'cancelled',
  'waived',
]);
export type BillState = z.infer<typeof billState>;

export type BillAct =
  | 'revise'
  | 'clear'
  | 'reduce'
  | 'defer'
  | 'hold'
  | 'free'
  | 'pay'
  | 'ask-cancel'
  | 'cancel'
  | 'waive'
  | 'reconcile'
  | 'remit'
  | 'refund'
  | 'refund-rest';

export interface BillArrow {
  act: BillAct;
  from: readonly BillState[];
  to: BillState;
  who: readonly ('department' | 'two people' | 'order' | 'refund' | 'reconciliation' | 'treasury')[];
  /** What decides between two ways of one act. */
  when?: string;
}

/** It can be paid. What is deferred (缓缴) is due later, and may be paid before. */
const open = ['due', 'deferred'] as const;

const paid = ['paid', 'reconciled', 'remitted'] as const;

/** The life of a bill: (from, act, who) → to. Everything else is refused. */
export const billGraph: readonly BillArrow[] = [
  // Another revision replaces what is not paid; while an order holds it, it waits for how that ends.
  { act: 'revise', from: open, to: 'due', who: ['department'] },
  { act: 'revise', from: ['paying'], to: 'paying', who: ['department'] },
  { act: 'clear', from: [...open, 'paying'], to: 'paid', who: ['department'], when: 'nothing is asked any more' },
  // 减缴, 缓缴: proposed by one person of the department and approved by another.
  { act: 'reduce', from: ['due'], to: 'due', who: ['two people'] },
  { act: 'reduce', from: ['deferred'], to: 'deferred', who: ['two people'] },
  { act: 'defer', from: open, to: 'deferred', who: ['two people'] },
  { act: 'hold', from: open, to: 'paying', who: ['order'] },
  { act: 'free', from: ['paying'], to: 'due', who: ['order'] },
  { act: 'free', from: ['paying'], to: 'deferred', who: ['order'], when: 'it was deferred' },
  { act: 'free', from: ['cancel-pending'], to: 'cancelled', who: ['order'] },
  // Money that has come is taken, whatever was wished meanwhile.
  { act: 'pay', from: ['paying', 'cancel-pending'], to: 'paid', who: ['order'] },
  { act: 'ask-cancel', from: ['paying'], to: 'cancel-pending', who: ['department'] },
  { act: 'cancel', from: open, to: 'cancelled', who: ['department'] },
  // Read from what was released and remitted, and written in no bill (record 45).
  { act: 'reconcile', from: ['paid'], to: 'reconciled', who: ['reconciliation'] },
  { act: 'remit', from: ['reconciled'], to: 'remitted', who: ['treasury'] },
  { act: 'refund', from: [...paid, 'partly-refunded'], to: 'partly-refunded', who: ['refund'] },
  { act: 'refund-rest', from: [...paid, 'partly-refunded'], to: 'refunded', who: ['refund'] },
  // 免缴: intake's own two people, or two of the department.
  { act: 'waive', from: open, to: 'waived', who: ['two people'] },
];

/** Where an act leads; undefined where there is no such way. */
export function billStep(from: BillState, act: BillAct): BillState | undefined {
  return billGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
