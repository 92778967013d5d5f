import * as z from 'zod';

/** 支付尝试: how one charge stands, as far as we know. `unknown`: no answer, so that nothing may be concluded (I14). */
export const attemptState = z.enum(['begun', 'pending', 'unknown', 'paid', 'closed', 'refused']);
export type AttemptState = z.infer<typeof attemptState>;

export type AttemptAct = 'take' | 'lose' | 'refuse' | 'close' | 'pay';

export interface AttemptArrow {
  act: AttemptAct;
  from: readonly AttemptState[];
  to: AttemptState;
  /** Who says so: the channel by an answer or a notice, or its silence. */
  who: readonly ('channel' | 'silence')[];
}

const live = ['begun', 'pending', 'unknown'] as const;

/** The life of an attempt: (from, act, who) → to. Only the channel's word ends it. */
export const attemptGraph: readonly AttemptArrow[] = [
  { act: 'take', from: live, to: 'pending', who: ['channel'] },
  { act: 'lose', from: live, to: 'unknown', who: ['silence'] },
  { act: 'refuse', from: live, to: 'refused', who: ['channel'] },
  { act: 'close', from: live, to: 'closed', who: ['channel'] },
  // A payment that was on its way when the channel closed it comes all the same.
  { act: 'pay', from: [...live, 'closed', 'refused'], to: 'paid', who: ['channel'] },
];

/** Where an act leads; undefined where there is no such way. */
export function attemptStep(from: AttemptState, act: AttemptAct): AttemptState | undefined {
  return attemptGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}

export const isLive = (state: AttemptState): boolean => live.some((one) => one === state);
