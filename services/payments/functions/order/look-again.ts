import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { expire } from '../../domain/order/act.ts';
import { hear } from '../../domain/order/hear.ts';
import { liveAttempt, type Order } from '../../domain/order/order.ts';
import { askOf } from './ask-channel.ts';

/**
 * Asks the channel how each live attempt of an order stands and takes its word; one that has run out is closed there first, and
 * only then lets go of its bills. Gives the order as it is then.
 */
export async function lookAgain(
  found: Order,
  cause: Cause,
  deps: Pick<PaymentsDeps, 'orders' | 'channels'>,
): Promise<Order> {
  const channel = deps.channels.get(found.channel);
  if (!channel) throw new Error(`no channel ${found.channel}`);
  let order = found;
  for (const payment of found.payments) {
    const attempt = liveAttempt(payment);
    if (!attempt) continue;
    const said = await askOf(channel, order, { payment, attempt, now: cause.at });
    const change = hear(order, attempt.number, { said, at: cause.at });
    if (!change) continue;
    order = await deps.orders.save(change, cause);
  }
  const over = expire(order, cause.at);
  return over ? deps.orders.save(over, cause) : order;
}
