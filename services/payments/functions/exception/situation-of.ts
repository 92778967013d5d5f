import type { PaymentsDeps } from '../../deps.ts';
import { usualLimits } from '../../domain/charge/charge-list.ts';
import type { Exception } from '../../domain/exception/exception.ts';
import { placeOf, type Situation } from '../../domain/exception/situation.ts';
import type { Wish } from '../../domain/exception/wish.ts';
import type { Order } from '../../domain/order/order.ts';
import { idOf } from '../../domain/refund/refund.ts';
import type { Turns } from '../../stores/turns.ts';

type Means = Pick<
  PaymentsDeps,
  'orders' | 'refunds' | 'ledger' | 'exceptions' | 'charges' | 'turns' | 'suspense' | 'newId'
>;

/** All that a decision of a difference is made from, and how often its numbers were set right before. */
export interface Seen {
  situation: Situation;
  turns: Turns;
}

/**
 * What is known of a difference by now. What may still change is read before the items: a word that comes between leaves what was read
 * first with another version, and the decision is made again.
 */
export async function situationOf(
  found: Exception,
  { wish, at }: { wish?: Wish | undefined; at: Date },
  deps: Means,
): Promise<Seen> {
  const linked = wish?.action === 'link' ? await deps.exceptions.load(wish.exceptionId) : undefined;
  const places = [found, ...(linked ? [linked] : [])].flatMap((one) => placeOf(one) ?? []);
  const away = elsewhereOf(found, wish);
  const numbers = [...places, ...(away ? [away] : [])].map(({ number }) => number);
  const turns = await deps.turns.read(found.channel, numbers);
  const known = await knownOf(found, wish, deps);
  const itemsOf = async (one: Exception) => {
    const place = placeOf(one);
    return place ? deps.ledger.family(place) : [];
  };
  const [items, others, elsewhere, list, suspense] = await Promise.all([
    itemsOf(found),
    linked ? itemsOf(linked) : [],
    away ? deps.ledger.clearingOf(away) : undefined,
    deps.charges.live(),
    found.suspenseId ? deps.suspense.load(found.suspenseId) : undefined,
  ]);
  const isOwnAccount =
    list?.charges.some((one) => one.merchant === found.merchant && one.destination === 'own-account') ?? false;
  const situation: Situation = {
    found,
    items,
    ...known,
    isOwnAccount,
    limits: list?.limits ?? usualLimits,
    at,
    freshId: deps.newId(),
    ...(linked && { other: { found: linked, items: others } }),
    ...(elsewhere && { elsewhere }),
    ...(suspense && { suspense }),
  };
  return { situation, turns };
}

/** Where else a wish says that the ledger has it. */
function elsewhereOf(found: Exception, wish: Wish | undefined) {
  const { channel, merchant, day } = found;
  if (wish?.action === 'enter-row') {
    const { number, direction } = wish.row;
    return { channel, merchant, day, number, direction };
  }
  const place = placeOf(found);
  if (wish?.action !== 'repost' || !place) return undefined;
  const { action, ...there } = wish;
  return { ...place, ...there };
}

/** The order and the refund of its number, where they are ours. */
async function knownOf(
  { subject, ledger }: Exception,
  wish: Wish | undefined,
  { orders, refunds }: Means,
): Promise<Pick<Situation, 'order' | 'refund'>> {
  if (subject.kind !== 'number') return {};
  const { number, direction } = subject;
  if (direction === 'out') {
    const refund = chargeNumber.test(number) ? await refunds.load(idOf(number)) : undefined;
    return refund ? { refund } : {};
  }
  const named = (wish?.action === 'complete' && wish.orderId) || ledger?.orderId;
  const order: Order | undefined = (await orders.byAttempt(number)) ?? (named ? await orders.load(named) : undefined);
  return order ? { order } : {};
}

const chargeNumber = /^[0-9a-f]{32}$/;
