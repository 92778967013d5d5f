import * as z from 'zod';

/** 待处理款项: how money stands of which nobody knows whose it is. `paying-out`: two people have named an account that it goes to. */
export const suspenseState = z.enum(['held', 'under-review', 'paying-out', 'identified', 'returned', 'withdrawn']);
export type SuspenseState = z.infer<typeof suspenseState>;
export type SuspenseAct =
  | 'propose'
  | 'reject'
  | 'identify'
  | 'return'
  | 'refund'
  | 'send-back'
  | 'pay-out'
  | 'withdraw';

export interface SuspenseArrow {
  act: SuspenseAct;
  from: readonly SuspenseState[];
  to: SuspenseState;
  who: readonly ('maker' | 'another' | 'finance')[];
  when?: string;
}

/** (from, act, who) → to. It leaves suspense by two people, once. */
export const suspenseGraph: readonly SuspenseArrow[] = [
  { act: 'propose', from: ['held'], to: 'under-review', who: ['maker'] },
  { act: 'reject', from: ['under-review'], to: 'held', who: ['another'] },
  { act: 'identify', from: ['under-review'], to: 'identified', who: ['another'] },
  { act: 'return', from: ['under-review'], to: 'paying-out', who: ['another'], when: 'an account is named' },
  { act: 'refund', from: ['under-review'], to: 'returned', who: ['another'], when: 'who paid is known' },
  { act: 'send-back', from: ['paying-out'], to: 'held', who: ['finance'] },
  { act: 'pay-out', from: ['paying-out'], to: 'returned', who: ['finance'] },
  { act: 'withdraw', from: ['held'], to: 'withdrawn', who: ['another'], when: 'no statement shows it any more' },
];

/** Where an act leads; undefined where there is no such way. */
export function suspenseStep(from: SuspenseState, act: SuspenseAct): SuspenseState | undefined {
  return suspenseGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
