import { liveAttempt, type Order } from './order.ts';

/** When the clock must look at an order: to ask a channel that is silent, or because it has run out; undefined once it has ended. */
export function lookAt(found: Pick<Order, 'payments' | 'expiresAt' | 'endedAt'>): Date | undefined {
  const asked = found.payments.flatMap((one) => liveAttempt(one)?.askAt ?? []);
  const times = [...asked, ...(found.endedAt || asked.length > 0 ? [] : [found.expiresAt])];
  return times.toSorted((one, other) => one.getTime() - other.getTime())[0];
}
