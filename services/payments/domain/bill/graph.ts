import * as z from 'zod';

/** How a bill stands. `paying` and `cancel-pending`: an order holds it. */
export const billState = z.enum([
  'due',
  'paying',
  'cancel-pending',
  'paid',
  'partly-refunded',
  'refunded',
  'cancelled',
  'waived',
]);
export type BillState = z.infer<typeof billState>;

export type BillAct = 'revise' | 'hold' | 'free' | 'pay' | 'ask-cancel' | 'cancel' | 'waive' | 'refund' | 'refund-rest';

export interface BillArrow {
  act: BillAct;
  from: readonly BillState[];
  to: BillState;
  who: readonly ('department' | 'order' | 'refund')[];
}

const open = ['due'] as const;

/** The life of a bill: (from, act, who) → to. Everything else is refused. */
export const billGraph: readonly BillArrow[] = [
  // Another revision replaces what is not paid; while an order holds it, it waits for how that ends.
  { act: 'revise', from: open, to: 'due', who: ['department'] },
  { act: 'revise', from: ['paying'], to: 'paying', who: ['department'] },
  { act: 'hold', from: open, to: 'paying', who: ['order'] },
  { act: 'free', from: ['paying'], to: 'due', who: ['order'] },
  { act: 'free', from: ['cancel-pending'], to: 'cancelled', who: ['order'] },
  // Money that has come is taken, whatever was wished meanwhile.
  { act: 'pay', from: ['paying', 'cancel-pending'], to: 'paid', who: ['order'] },
  { act: 'ask-cancel', from: ['paying'], to: 'cancel-pending', who: ['department'] },
  { act: 'cancel', from: open, to: 'cancelled', who: ['department'] },
  { act: 'refund', from: ['paid', 'partly-refunded'], to: 'partly-refunded', who: ['refund'] },
  { act: 'refund-rest', from: ['paid', 'partly-refunded'], to: 'refunded', who: ['refund'] },
  { act: 'waive', from: open, to: 'waived', who: ['department'] },
];

/** Where an act leads; undefined where there is no such way. */
export function billStep(from: BillState, act: BillAct): BillState | undefined {
  return billGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
