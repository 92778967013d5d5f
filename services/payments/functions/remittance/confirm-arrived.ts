import type { ReconciliationChangedV1 } from '#events/payments/reconciliation-changed.v1';
import type { Received } from '#events/event';
import type { Cause } from '#shared/cause';
import type { PaymentsDeps } from '../../deps.ts';
import { confirm } from '../../domain/remittance/remittance.ts';
import { everyPage } from '../every-page.ts';
import { hasArrived } from './arrived.ts';

type Fact = Received<typeof ReconciliationChangedV1.type, typeof ReconciliationChangedV1.data>;
type Deps = Pick<PaymentsDeps, 'remittances' | 'expected' | 'exceptions'>;

/** A statement of the bank is matched: the lists that were sent, and all of whose money it has shown by now, are confirmed by it. */
export const confirmByBank =
  (deps: Deps) =>
  async ({ data }: Fact, cause: Cause): Promise<void> => {
    if (data.state !== 'matched' || data.channel !== 'bank') return;
    const { mark, ...unmarked } = cause;
    await confirmArrived({ merchant: data.merchant, receipt: data.reconciliationId }, unmarked, deps);
  };

/** Each in a transaction of its own; one that is confirmed already is passed over. How many were confirmed. */
export async function confirmArrived(
  { merchant, receipt }: { merchant?: string; receipt: string },
  cause: Cause,
  deps: Deps,
): Promise<number> {
  let confirmed = 0;
  for (const one of await everyPage((at) => deps.remittances.standing('sent', at))) {
    if (merchant !== undefined && one.merchant !== merchant) continue;
    const isThere = await hasArrived(one, deps);
    const change = isThere ? confirm(one, { by: 'bank', at: cause.at, receipt }) : undefined;
    if (change) await deps.remittances.save(change, cause);
    confirmed += change ? 1 : 0;
  }
  return confirmed;
}
