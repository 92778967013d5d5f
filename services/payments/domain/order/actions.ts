import { liveAttempt, type Order, type Payment } from './order.ts';

export type OrderAction = 'begin' | 'ask';

/** What the payer may do with an order at a moment. */
export function orderActions(found: Order, at: Date): OrderAction[] {
  if (found.endedAt) return [];
  const { payments } = found;
  const isLive = payments.some((one) => liveAttempt(one));
  const canBegin = payments.some((one) => beginBar(found, one, at) === undefined);
  return [...(canBegin ? (['begin'] as const) : []), ...(isLive ? (['ask'] as const) : [])];
}

/** Why a payment cannot be begun; undefined where it can. One that is under way goes on as it is (I14). */
export function beginBar(found: Order, one: Payment, at: Date): 'over' | 'paid' | 'under-way' | undefined {
  if (one.capturedBy !== undefined) return 'paid';
  if (liveAttempt(one)) return 'under-way';
  // What was paid wrongly, or too late, goes back first: who paid is not led to pay again before he has seen that.
  return found.endedAt || at >= found.expiresAt || one.attempts.length >= 20 ? 'over' : undefined;
}
