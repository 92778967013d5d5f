import type { Cause } from '#shared/cause';
import type { Channel, RefundAsk } from '../../channels/channel.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { attemptIn } from '../../domain/order/act.ts';
import { hearRefund } from '../../domain/refund/act.ts';
import { canReturn, numberOf, type Refund } from '../../domain/refund/refund.ts';
import { answerOf, chargeOf } from '../order/ask-channel.ts';

/**
 * Sends an approved refund to its channel, or asks how one stands that the channel has; always under the same number, so that a
 * lost answer never pays twice. Whether anything came of it.
 */
export async function sendRefund(
  found: Refund,
  cause: Cause,
  deps: Pick<PaymentsDeps, 'refunds' | 'orders' | 'channels'>,
): Promise<boolean> {
  // Nothing is sent that a collector has not let go of.
  if (found.state === 'undoing') return false;
  const said = await wordOf(found, cause.at, deps);
  const change = hearRefund(found, said, cause.at);
  if (change) await deps.refunds.save([change], cause);
  return change !== undefined;
}

async function wordOf(found: Refund, at: Date, { orders, channels }: Pick<PaymentsDeps, 'orders' | 'channels'>) {
  const channel = channels.get(found.channel);
  if (!channel) throw new Error(`no channel ${found.channel}`);
  const ask = await askFor(found, orders);
  if (!canReturn(found, at)) return tooLateFor(found, channel, ask);
  return found.state === 'pending' ? asked(channel, ask) : answerOf(channel.refund(ask));
}

/** How one stands that the channel may have. Where it cannot tell, the same is sent again: under its number that pays nothing twice. */
async function asked(channel: Channel, ask: RefundAsk) {
  const said = await answerOf(channel.askRefund(ask));
  return said.state === 'undone' ? answerOf(channel.refund(ask)) : said;
}

/** It is not sent any more. Whether it was before, and its answer lost, only the channel knows: the other way would pay it twice. */
async function tooLateFor({ state }: Refund, channel: Channel, ask: RefundAsk) {
  const said = await asked(channel, ask);
  const isUnsent = said.state === 'absent' && state === 'approved';
  return isUnsent ? { state: 'failed' as const, why: 'too-late' as const } : said;
}

async function askFor(found: Refund, orders: PaymentsDeps['orders']): Promise<RefundAsk> {
  const order = await orders.load(found.orderId);
  const taken = order && attemptIn(order, found.attempt);
  if (!order || !taken?.attempt.paid) throw new Error(`refund ${found.id} is of a charge that was not paid`);
  const charge = chargeOf(order, taken.payment, taken.attempt);
  const part = charge.parts.find(({ merchant }) => merchant === found.merchant);
  if (!part) throw new Error(`refund ${found.id} is of a merchant that took nothing`);
  const { channelRef } = taken.attempt.paid;
  const { amountFen, createdAt: wantedAt } = found;
  return { number: numberOf(found), charge, part, channelRef, amountFen, wantedAt };
}
