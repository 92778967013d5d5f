import type { PaymentsDeps } from '../../deps.ts';
import { sharesTaken, sourcesOf } from '../../domain/bill/stage.ts';
import { attemptIn } from '../../domain/order/act.ts';
import type { Order } from '../../domain/order/order.ts';
import { exceptionOf } from '../exception/exception-of.ts';

type Deps = Pick<PaymentsDeps, 'remittances' | 'exceptions'>;

/**
 * Whether the treasury, or the fiscal account, has confirmed what one merchant took by a charge. A list that is on its way is not there yet,
 * and a payee of its own account gives back by itself.
 */
export async function isRemitted(
  order: Order,
  { attempt, merchant }: { attempt: string; merchant: string },
  { remittances, exceptions }: Deps,
): Promise<boolean> {
  const taken = attemptIn(order, attempt);
  const share = taken && sharesTaken(order, taken).find((one) => one.merchant === merchant);
  if (!share) return false;
  const known = share.slip === undefined ? await exceptions.load(exceptionOf(share)) : undefined;
  const lists = await Promise.all(sourcesOf(share, known).map((source) => remittances.thatTook(source)));
  return lists.find((list) => list !== undefined)?.state === 'confirmed';
}
