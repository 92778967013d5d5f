import type { Capacity, Handler } from '../case/graph.ts';
import { isOwn } from '../case/own.ts';
import { deskOf } from '../case/view.ts';
import type { Delivery } from './delivery.ts';
import { deliveryActs, type DeliveryAct, type DeliveryState } from './state.ts';

const conditions = {
  'is picked up': ({ way }: Delivery) => way === 'window',
  'goes by post': ({ way }: Delivery) => way === 'post',
  'not yet warned': ({ warned }: Delivery) => !warned,
  'it had come to him': ({ proof }: Delivery) => proof !== undefined,
  'it was on its way': ({ proof, carriage }: Delivery) => !proof && carriage !== undefined,
  'it lay ready': ({ proof, carriage, pickUpCode }: Delivery) => !proof && !carriage && pickUpCode !== undefined,
  'it lay with the office': ({ proof, carriage, pickUpCode }: Delivery) => !proof && !carriage && !pickUpCode,
} as const;

export interface DeliveryArrow {
  act: Exclude<DeliveryAct, 'begin'>;
  from: readonly DeliveryState[];
  to: DeliveryState;
  who: readonly Capacity[];
  when?: keyof typeof conditions;
}

const choosing = ['applicant', 'officer', 'window', 'community', 'kiosk'] as const;
const handling = ['window', 'approver', 'head'] as const;
const restoring = { act: 'restore', from: ['taken-back'], who: ['clock'] } as const;
const warning = { act: 'warn', who: ['clock'], when: 'not yet warned' } as const;

/** The way of a result to its applicant: (from, act, who) → to. */
export const deliveryGraph: readonly DeliveryArrow[] = [
  { act: 'choose', from: ['due', 'ready'], to: 'due', who: choosing },
  { act: 'make-ready', from: ['due'], to: 'ready', who: handling, when: 'is picked up' },
  { act: 'send', from: ['due'], to: 'sent', who: handling, when: 'goes by post' },
  { act: 'return', from: ['sent'], to: 'due', who: handling },
  { act: 'download', from: ['due', 'ready'], to: 'delivered', who: ['applicant', 'officer'] },
  { act: 'hand-over', from: ['due', 'ready'], to: 'delivered', who: ['window', 'community'] },
  { act: 'prove', from: ['sent'], to: 'delivered', who: handling },
  { ...warning, from: ['due'], to: 'due' },
  { ...warning, from: ['ready'], to: 'ready' },
  { ...warning, from: ['sent'], to: 'sent' },
  // 撤销, or a review that annuls: what is no longer granted is not handed over, and stands again where that is annulled.
  { act: 'take-back', from: ['due', 'ready', 'sent', 'delivered'], to: 'taken-back', who: ['clock'] },
  { ...restoring, to: 'delivered', when: 'it had come to him' },
  { ...restoring, to: 'sent', when: 'it was on its way' },
  { ...restoring, to: 'ready', when: 'it lay ready' },
  { ...restoring, to: 'due', when: 'it lay with the office' },
];

/** Acts of the applicant's side; the others are an office's, and nobody's own case is handled by him. */
export const applicantDeliveryActs: readonly DeliveryAct[] = ['choose', 'download'];

/** By these a result leaves the office: none before a fee whose gate is `result` is paid. */
export const gatedActs: ReadonlySet<DeliveryAct> = new Set(['make-ready', 'send', 'download', 'hand-over']);

export type DeliveryNotNow = 'wrong-state' | 'own-case' | 'not-your-department';

export function deliveryArrow(found: Delivery, act: DeliveryAct): DeliveryArrow | undefined {
  return deliveryGraph.find(
    ({ act: one, from, when }) =>
      one === act && from.includes(found.state) && (when === undefined || conditions[when](found)),
  );
}

/** Why this one may not do an act on a delivery; undefined when he may. */
export function deliveryRefusal(found: Delivery, act: DeliveryAct, by: Handler): DeliveryNotNow | undefined {
  if (!deliveryArrow(found, act)?.who.some((who) => by.capacities.includes(who))) return 'wrong-state';
  const forOthers = !applicantDeliveryActs.includes(act) || deskOf(by.capacities) !== undefined;
  if (forOthers && isOwn(found, by.actor)) return 'own-case';
  if (applicantDeliveryActs.includes(act)) return undefined;
  const { departments } = by;
  return departments === 'any' || departments.includes(found.department) ? undefined : 'not-your-department';
}

/** What this one may do next. */
export function deliveryActions(found: Delivery, by: Handler): DeliveryAct[] {
  return deliveryActs.filter((act) => deliveryRefusal(found, act, by) === undefined);
}
