import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import type { PaymentsDeps } from '../../deps.ts';
import { lookAgain } from '../order/look-again.ts';
import { sendRefund } from '../refund/send-refund.ts';
import { ownCause } from '../own-cause.ts';

/** Asks channels that have not answered, ends orders that have run out, and sends refunds. */
export const passTime = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const passed = await walkDue(deps.table, deps.now(), ({ pk }) => retried(() => passOne(pk, deps), deps.pause));
  return { PassedByTime: passed };
};

async function passOne(pk: string, deps: PaymentsDeps): Promise<boolean> {
  const [kind, id = ''] = pk.split('#');
  if (kind === 'REFUND') {
    const refund = await deps.refunds.load(id);
    return refund?.askAt ? sendRefund(refund, ownCause(deps), deps) : false;
  }
  const found = await deps.orders.load(id);
  if (!found) return false;
  const after = await lookAgain(found, ownCause(deps), deps);
  return after.version > found.version;
}
