import { Conflict } from '#shared/conflict';
import { warnLate } from '../../domain/delivery/act.ts';
import { deliveryLook } from '../../domain/delivery/delivery.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';

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
    await store.look(id, look, now);
    return false;
  }
  try {
    await store.save(warnLate(found), calendar, clockCause(now, deps));
    return true;
  } catch (error) {
    // Somebody has just delivered it: look again.
    if (!(error instanceof Conflict)) throw error;
    return passDelivery(id, { now, calendar }, deps);
  }
}
