import * as z from 'zod';

/** How a receipt stands: 开具 → 交付 → 查验 → 入账, or 冲红. */
export const receiptState = z.enum(['issued', 'delivered', 'verified', 'entered', 'reversed']);
export type ReceiptState = z.infer<typeof receiptState>;

export type ReceiptAct = 'deliver' | 'verify' | 'enter' | 'undo-entry' | 'reverse';

export interface ReceiptArrow {
  act: ReceiptAct;
  from: readonly ReceiptState[];
  to: ReceiptState;
  /** `holder`: whoever knows its code, number and check code. */
  who: readonly ('payer' | 'holder' | 'refund')[];
  when?: string;
}

/** The life of a receipt: (from, act, who) → to. Everything else is refused. */
export const receiptGraph: readonly ReceiptArrow[] = [
  { act: 'deliver', from: ['issued'], to: 'delivered', who: ['payer'] },
  // Who knows its check code has it, however it came to him.
  { act: 'verify', from: ['issued', 'delivered'], to: 'verified', who: ['holder'] },
  { act: 'enter', from: ['verified'], to: 'entered', who: ['payer'] },
  { act: 'undo-entry', from: ['entered'], to: 'verified', who: ['payer'] },
  // An entered one needs the entry undone first.
  {
    act: 'reverse',
    from: ['issued', 'delivered', 'verified'],
    to: 'reversed',
    who: ['refund'],
    when: 'it is not a red one',
  },
];

/** Where an act leads; undefined where there is no such way. */
export function receiptStep(from: ReceiptState, act: ReceiptAct): ReceiptState | undefined {
  return receiptGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
