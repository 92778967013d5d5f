import { ChannelSilent, type Channel } from '../../channels/channel.ts';
import type { Order } from '../../domain/order/order.ts';
import { numberedParts, type Attempt, type Payment } from '../../domain/order/order.ts';

/** What a channel answers; `silent` where none came that can be believed. Any other failure is ours and is thrown. */
export async function answerOf<Answer>(asking: Promise<Answer>): Promise<Answer | { state: 'silent' }> {
  try {
    return await asking;
  } catch (error) {
    if (error instanceof ChannelSilent) return { state: 'silent' };
    throw error;
  }
}

/** The charge of an attempt, the same however often it is made: its parts have numbers of their own where there are several. */
export function chargeOf(order: Order, payment: Payment, attempt: Pick<Attempt, 'number' | 'way' | 'begunAt'>) {
  const { number, way, begunAt } = attempt;
  const parts = numberedParts(order, payment, number);
  const amountFen = parts.reduce((sum, one) => sum + one.amountFen, 0);
  return { number, way, begunAt, parts, amountFen, description: '政务服务缴费', expiresAt: order.expiresAt };
}

/** Asks how a charge stands, or, once the order has run out or another charge has paid for it, for its end. */
export function askOf(
  channel: Channel,
  order: Order,
  { payment, attempt, now }: { payment: Payment; attempt: Attempt; now: Date },
) {
  const charge = chargeOf(order, payment, attempt);
  return answerOf(now >= order.expiresAt || payment.capturedBy ? channel.close(charge) : channel.ask(charge));
}
