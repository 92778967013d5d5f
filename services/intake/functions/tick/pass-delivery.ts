import { warnLate } from '../../domain/delivery/act.ts';
import { deliveryLook } from '../../domain/delivery/delivery.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

/** Tells that a result is not proved to be delivered in time, once; false where nothing was due after all. */
export async function passDelivery(
  id: string,
  { now, calendar }: Now,
  deps: Pick<IntakeDeps, 'deliveries' | 'newId' | 'set'>,
): Promise<boolean> {
  const store = await deps.deliveries();
  const found = await store.get(id);
  const look = found && deliveryLook(found, calendar);
  if (!found || !look || look.at >= now) {
    await unlessLost(store.look(found ?? { caseId: id }, look, now));
    return false;
  }
  // Somebody may have just delivered it: look again.
  const saved = await unlessLost(store.save(warnLate(found), calendar, clockCause(now, deps)));
  return saved || passDelivery(id, { now, calendar }, deps);
}
