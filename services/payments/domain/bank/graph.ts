import * as z from 'zod';

/** How money stands that the bank is to show. `overdue`: it has not within its limit, and that is an exception. */
export const expectedState = z.enum(['awaited', 'overdue', 'confirmed']);
export type ExpectedState = z.infer<typeof expectedState>;
export type ExpectedAct = 'confirm' | 'lapse' | 'reopen' | 'restate';

export interface ExpectedArrow {
  act: ExpectedAct;
  from: readonly ExpectedState[];
  to: ExpectedState;
  who: readonly ('bank' | 'clock' | 'run')[];
  when?: string;
}

/** (from, act, who) → to. */
export const expectedGraph: readonly ExpectedArrow[] = [
  { act: 'confirm', from: ['awaited', 'overdue'], to: 'confirmed', who: ['bank'] },
  { act: 'lapse', from: ['awaited'], to: 'overdue', who: ['clock'], when: 'its limit is past' },
  { act: 'reopen', from: ['confirmed'], to: 'awaited', who: ['bank'], when: 'another revision of the statement' },
  { act: 'restate', from: ['awaited'], to: 'awaited', who: ['run'], when: 'the channel says another amount' },
  { act: 'restate', from: ['awaited'], to: 'confirmed', who: ['run'], when: 'the channel pays out nothing' },
  { act: 'restate', from: ['confirmed'], to: 'awaited', who: ['run'], when: 'the channel paid out nothing before' },
  { act: 'restate', from: ['overdue'], to: 'overdue', who: ['run'], when: 'the channel says another amount' },
  { act: 'restate', from: ['confirmed'], to: 'confirmed', who: ['run'], when: 'which is an exception' },
];

/** Where an act leads; undefined where there is no such way. */
export function expectedStep(from: ExpectedState, act: ExpectedAct): ExpectedState | undefined {
  return expectedGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
