import * as z from 'zod';

/** How a 缴库清单 stands. `sent`: the treasury, or the fiscal account, has been given it. */
export const remittanceState = z.enum(['drawn', 'sent', 'confirmed']);
export type RemittanceState = z.infer<typeof remittanceState>;
export type RemittanceAct = 'send' | 'confirm';

export interface RemittanceArrow {
  act: RemittanceAct;
  from: readonly RemittanceState[];
  to: RemittanceState;
  who: readonly ('finance' | 'another' | 'bank')[];
  when?: string;
}

/** (from, act, who) → to. A list is drawn once and never changes: what comes later is in another. */
export const remittanceGraph: readonly RemittanceArrow[] = [
  { act: 'send', from: ['drawn'], to: 'sent', who: ['finance'] },
  { act: 'confirm', from: ['sent'], to: 'confirmed', who: ['another', 'bank'], when: 'all its money has arrived' },
];

/** Where an act leads; undefined where there is no such way. */
export function remittanceStep(from: RemittanceState, act: RemittanceAct): RemittanceState | undefined {
  return remittanceGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
