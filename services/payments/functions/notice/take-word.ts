import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import type { Standing } from '../../domain/order/channel-words.ts';
import { hear } from '../../domain/order/hear.ts';
import type { Order } from '../../domain/order/order.ts';

type Means = Pick<PaymentsDeps, 'orders'> & {
  cause: Cause;
  /** Whether what was told can be of this order; absent where there is nothing to doubt. */
  fits?: (order: Order) => boolean;
};

/** A channel says by itself how a charge stands: told again, or late, it changes nothing twice. Whether it is of an order of ours. */
export async function takeWord(number: string, said: Standing, { orders, cause, fits }: Means): Promise<boolean> {
  const order = await orders.byAttempt(number);
  if (!order || fits?.(order) === false) return false;
  const change = hear(order, number, { said, at: cause.at });
  if (change) await orders.save(change, cause);
  return true;
}
