import * as z from 'zod';

/** How a day, a month or a year stands. `sealing`: two people have agreed, and the run proves and seals it. */
export const periodState = z.enum(['open', 'proposed', 'sealing', 'closed']);
export type PeriodState = z.infer<typeof periodState>;
export type PeriodAct = 'propose' | 'reject' | 'approve' | 'prove' | 'stop' | 'seal';

export interface PeriodArrow {
  act: PeriodAct;
  from: readonly PeriodState[];
  to: PeriodState;
  who: readonly ('finance' | 'another' | 'run')[];
  when?: string;
}

/** (from, act, who) → to. There is no way out of `closed`: a correction lands in the day that is open. */
export const periodGraph: readonly PeriodArrow[] = [
  { act: 'propose', from: ['open'], to: 'proposed', who: ['finance'], when: 'nothing stands in the way' },
  { act: 'reject', from: ['proposed'], to: 'open', who: ['another'] },
  { act: 'approve', from: ['proposed'], to: 'sealing', who: ['another'], when: 'nothing stands in the way' },
  { act: 'prove', from: ['sealing'], to: 'sealing', who: ['run'], when: 'a part of it is as it was sealed' },
  { act: 'stop', from: ['sealing'], to: 'open', who: ['run'], when: 'something has come in the way' },
  { act: 'seal', from: ['sealing'], to: 'closed', who: ['run'] },
];

/** Where an act leads; undefined where there is no such way. */
export function periodStep(from: PeriodState, act: PeriodAct): PeriodState | undefined {
  return periodGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
