import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import type { PaymentsDeps } from '../../deps.ts';
import { lookAgain } from '../order/look-again.ts';
import { ownCause } from '../own-cause.ts';

/** Asks channels that have not answered, and ends orders that have run out. */
export const passTime = (deps: PaymentsDeps) => async (): Promise<Record<string, number>> => {
  const passed = await walkDue(deps.table, deps.now(), ({ pk }) =>
    retried(async () => {
      const found = await deps.orders.load(pk.split('#')[1] ?? '');
      if (!found) return false;
      const after = await lookAgain(found, ownCause(deps), deps);
      return after.version > found.version;
    }, deps.pause),
  );
  return { OrdersPassedByTime: passed };
};
