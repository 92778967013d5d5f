import {
  liveAttempt,
  amountOfPayment,
  orderState,
  type Attempt,
  type Order,
  type Payment,
} from '../../domain/order/order.ts';
import type { Stage } from '../../domain/bill/stage.ts';
import { orderActions } from '../../domain/order/actions.ts';

/** An order as its payer sees it: how many payments it takes, how each stands and how far its money has come, and what he is to do next. */
export function showOrder(found: Order, at: Date, stages: ReadonlyMap<string, Stage> = new Map()) {
  const { id, version, channel, bills, payments, createdAt, expiresAt, endedAt } = found;
  return {
    id,
    status: orderState(found),
    version,
    channel,
    amountFen: payments.reduce((sum, one) => sum + amountOfPayment(found, one), 0),
    billIds: bills.map(({ billId }) => billId),
    payments: payments.map((one) => showPayment(found, one, stages)),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
    actions: orderActions(found, at),
  };
}

function showPayment(found: Order, one: Payment, stages: ReadonlyMap<string, Stage>) {
  const attempt =
    one.attempts.find(({ number }) => number === one.capturedBy) ?? liveAttempt(one) ?? one.attempts.at(-1);
  const stage = stages.get(one.capturedBy ?? '');
  return {
    billIds: one.bills,
    amountFen: amountOfPayment(found, one),
    status: statusOf(one, attempt),
    ...(stage && { stage }),
    ...(attempt && { number: attempt.number, way: attempt.way }),
    ...(attempt?.state === 'pending' && attempt.show !== undefined && { show: attempt.show }),
    ...(attempt?.paid && { channelRef: attempt.paid.channelRef, paidAt: attempt.paid.at.toISOString() }),
  };
}

/** `confirming`: the channel has not answered; nothing is charged a second time meanwhile. */
function statusOf({ capturedBy }: Payment, attempt: Attempt | undefined) {
  if (capturedBy !== undefined) return 'paid';
  if (!attempt) return 'to-begin';
  if (attempt.state === 'unknown' || attempt.state === 'begun') return 'confirming';
  if (attempt.state === 'pending') return 'to-pay';
  return attempt.state === 'paid' ? 'returning' : 'to-begin';
}
