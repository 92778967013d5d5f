import * as z from 'zod';

/**
 * How the sending of a notice on one channel stands. `sending` is written down before the provider is asked, so that a crash never sends
 * twice: it is asked for again under the same reference.
 */
export const deliveryState = z.enum([
  'created',
  'sending',
  'sent',
  'delivered',
  'read',
  'permanent-failure',
  'temporary-failure',
  'technical-failure',
]);
export type DeliveryState = z.infer<typeof deliveryState>;
export type DeliveryAct =
  | 'begin'
  | 'again'
  | 'hand-over'
  | 'put-off'
  | 'deliver'
  | 'read'
  | 'fail'
  | 'bounce'
  | 'give-up';

export interface DeliveryArrow {
  act: DeliveryAct;
  from: readonly DeliveryState[];
  to: DeliveryState;
  who: readonly ('sender' | 'provider' | 'person' | 'staff' | 'clock')[];
  when?: string;
}

/** (from, act, who) → to. A terminal state never changes, whatever receipt comes after it. */
export const deliveryGraph: readonly DeliveryArrow[] = [
  { act: 'begin', from: ['created'], to: 'sending', who: ['sender'] },
  // No answer came: it is asked after, or sent again, under the same reference.
  { act: 'again', from: ['sending'], to: 'sending', who: ['sender'] },
  { act: 'hand-over', from: ['sending'], to: 'sent', who: ['provider'] },
  {
    act: 'hand-over',
    from: ['delivered'],
    to: 'delivered',
    who: ['provider'],
    when: 'its receipt was here before its answer',
  },
  { act: 'put-off', from: ['sending'], to: 'sending', who: ['sender', 'provider'], when: 'no answer, or "later"' },
  { act: 'deliver', from: ['sending', 'sent'], to: 'delivered', who: ['provider', 'staff'] },
  { act: 'read', from: ['sent', 'delivered'], to: 'read', who: ['person'] },
  {
    act: 'fail',
    from: ['sending', 'sent'],
    to: 'permanent-failure',
    who: ['provider', 'staff'],
    when: 'nobody is there',
  },
  { act: 'bounce', from: ['sending', 'sent'], to: 'temporary-failure', who: ['provider'], when: 'not for days' },
  {
    act: 'give-up',
    from: ['created', 'sending'],
    to: 'technical-failure',
    who: ['clock', 'provider'],
    when: 'it was tried for a day, or what we have agreed with the provider is wrong',
  },
];

/** Where an act leads; undefined where there is no such way. */
export function deliveryStep(from: DeliveryState, act: DeliveryAct): DeliveryState | undefined {
  return deliveryGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}
