import type { PaymentsDeps } from '../../deps.ts';
import { sharesTaken, stageOf, type Stage } from '../../domain/bill/stage.ts';
import type { Order, Payment } from '../../domain/order/order.ts';
import { exceptionOf } from '../exception/exception-of.ts';

/** How far the money of payments that were taken has come, by the numbers of their attempts: the last of their merchants' shares. */
export async function stagesOfOrders(
  orders: readonly Order[],
  { stages }: Pick<PaymentsDeps, 'stages'>,
): Promise<ReadonlyMap<string, Stage>> {
  const shares = orders.flatMap((order) => order.payments.flatMap((payment) => takenBy(order, payment)));
  if (shares.length === 0) return new Map();
  const found = await stages.of(shares);
  const byAttempt = Map.groupBy(
    shares.map(({ by }, n) => ({ by, stage: found[n] ?? 'paid' })),
    ({ by }) => by,
  );
  return new Map([...byAttempt].map(([by, own]) => [by, stageOf(own.map(({ stage }) => stage))]));
}

function takenBy(order: Order, payment: Payment) {
  const attempt = payment.attempts.find(({ number }) => number === payment.capturedBy);
  if (!attempt) return [];
  const own = sharesTaken(order, { payment, attempt });
  return own.map((one) => ({ ...one, by: attempt.number, exception: exceptionOf(one) }));
}
