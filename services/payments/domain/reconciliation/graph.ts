import * as z from 'zod';

/** How the statement of a channel, merchant and day stands. */
export const reconciliationState = z.enum(['awaited', 'missing', 'received', 'split', 'matched', 'unreadable']);
export type ReconciliationState = z.infer<typeof reconciliationState>;
export type ReconciliationAct = 'miss' | 'receive' | 'split' | 'match' | 'give-up' | 'begin-again';

export interface ReconciliationArrow {
  act: ReconciliationAct;
  from: readonly ReconciliationState[];
  to: ReconciliationState;
  who: readonly ('clock' | 'channel' | 'finance' | 'run')[];
  when?: string;
}

const any = ['awaited', 'missing', 'received', 'split', 'matched', 'unreadable'] as const;

/** (from, act, who) → to. A later file (another revision) begins it anew, whatever had become of the one before. */
export const reconciliationGraph: readonly ReconciliationArrow[] = [
  { act: 'miss', from: ['awaited'], to: 'missing', who: ['clock'], when: 'it should have been there' },
  { act: 'receive', from: any, to: 'received', who: ['channel', 'finance'] },
  { act: 'split', from: ['received'], to: 'split', who: ['run'] },
  { act: 'match', from: ['split'], to: 'matched', who: ['run'] },
  { act: 'begin-again', from: ['received'], to: 'received', who: ['clock'], when: 'its run has stopped' },
  { act: 'begin-again', from: ['split'], to: 'split', who: ['clock'], when: 'its run has stopped' },
  { act: 'give-up', from: ['received'], to: 'unreadable', who: ['run'], when: 'the file is none of its format' },
];

/** Where an act leads; undefined where there is no such way. */
export function reconciliationStep(from: ReconciliationState, act: ReconciliationAct): ReconciliationState | undefined {
  return reconciliationGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
