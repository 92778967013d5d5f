import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import type { Standing } from '../../domain/order/channel-words.ts';
import { hear } from '../../domain/order/hear.ts';

/** A channel says by itself how a charge stands: told again, or late, it changes nothing twice. Whether the number is one of ours. */
export async function takeWord(
  number: string,
  said: Standing,
  { orders, cause }: Pick<PaymentsDeps, 'orders'> & { cause: Cause },
): Promise<boolean> {
  const order = await orders.byAttempt(number);
  if (!order) return false;
  const change = hear(order, number, { said, at: cause.at });
  if (change) await orders.save(change, cause);
  return true;
}
