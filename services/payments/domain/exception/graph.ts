import * as z from 'zod';

/** 差错: how a difference stands. `carried`: it waits for a later statement. `approved`: what was decided is under way. */
export const exceptionState = z.enum(['open', 'carried', 'under-review', 'approved', 'resolved', 'written-off']);
export type ExceptionState = z.infer<typeof exceptionState>;
export type ExceptionAct =
  | 'carry'
  | 'let-go'
  | 'propose'
  | 'reject'
  | 'approve'
  | 'settle'
  | 'write-off'
  | 'fall-away'
  | 'finish'
  | 'link'
  | 'supersede'
  | 'reopen';

export interface ExceptionArrow {
  act: ExceptionAct;
  from: readonly ExceptionState[];
  to: ExceptionState;
  who: readonly ('maker' | 'another' | 'run' | 'clock' | 'refund')[];
  when?: string;
}

/** (from, act, who) → to. Nothing is decided by one person; what comes right by itself needs nobody. */
export const exceptionGraph: readonly ExceptionArrow[] = [
  { act: 'propose', from: ['open', 'carried'], to: 'under-review', who: ['maker'] },
  { act: 'reject', from: ['under-review'], to: 'open', who: ['another'] },
  { act: 'carry', from: ['under-review'], to: 'carried', who: ['another'] },
  { act: 'let-go', from: ['carried'], to: 'open', who: ['run', 'clock'], when: 'its limit is past' },
  { act: 'settle', from: ['under-review'], to: 'resolved', who: ['another'] },
  {
    act: 'link',
    from: ['open', 'carried'],
    to: 'resolved',
    who: ['another'],
    when: 'it is the row of another exception',
  },
  { act: 'approve', from: ['under-review'], to: 'approved', who: ['another'], when: 'money goes back by a refund' },
  { act: 'finish', from: ['approved'], to: 'resolved', who: ['refund'] },
  { act: 'write-off', from: ['under-review'], to: 'written-off', who: ['another'] },
  // A late row, a late notice, or another revision of the file has made it right.
  { act: 'fall-away', from: ['open', 'carried', 'under-review'], to: 'resolved', who: ['run'] },
  {
    act: 'supersede',
    from: ['resolved'],
    to: 'resolved',
    who: ['run'],
    when: 'a person has read a line, and another file has come',
  },
  // Another revision shows the same number wrong again, in another way.
  { act: 'reopen', from: ['under-review', 'resolved', 'written-off'], to: 'open', who: ['run'] },
];

/** Where an act leads; undefined where there is no such way. */
export function exceptionStep(from: ExceptionState, act: ExceptionAct): ExceptionState | undefined {
  return exceptionGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
