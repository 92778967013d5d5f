import type { PaymentsDeps } from '../../deps.ts';
import type { ClearingItem } from '../../domain/ledger/clearing-item.ts';
import { attemptIn } from '../../domain/order/act.ts';
import { clearedAt } from '../../domain/order/entries.ts';
import type { Order } from '../../domain/order/order.ts';
import { reconciliationId } from '../../domain/reconciliation/reconciliation.ts';
import { everyPage } from '../every-page.ts';

type Deps = Pick<PaymentsDeps, 'remittances' | 'exceptions'>;
type Cleared = Omit<ClearingItem, 'lines'>;

/** Whether the treasury, or the fiscal account, has confirmed what one merchant took by a charge. A list that is on its way is not there yet. */
export async function isRemitted(
  order: Order,
  { attempt, merchant }: { attempt: string; merchant: string },
  deps: Deps,
): Promise<boolean> {
  const taken = attemptIn(order, attempt);
  const cleared = taken?.attempt.paid && clearedAt(order, taken, merchant);
  const source = cleared && (await sourceOf(cleared, deps));
  const list = source && (await deps.remittances.thatTook(source));
  return list ? list.state === 'confirmed' : false;
}

/** Channels that the bank alone confirms release each number by itself. */
const direct = new Set(['counter-pos', 'counter-transfer', 'elsewhere']);

/** What has released a number: its own exception, where it had one and that has ended, else the reconciliation of its day. */
async function sourceOf(cleared: Cleared, { exceptions }: Deps): Promise<string | undefined> {
  const { channel, number } = cleared;
  if (direct.has(channel)) return `${channel}.${number}`;
  const run = reconciliationId(cleared);
  const all = await everyPage((at) => exceptions.of(run, at));
  const own = all.find(
    ({ subject }) => subject.kind === 'number' && subject.number === number && subject.direction === 'in',
  );
  if (!own) return run;
  return own.state === 'resolved' || own.state === 'written-off' ? own.id : undefined;
}
