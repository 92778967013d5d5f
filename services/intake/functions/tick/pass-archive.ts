import { Conflict } from '#shared/conflict';
import { archiveLook, order } from '../../domain/archive/archive.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';

/** Orders the package of a case that is closed. */
export async function passArchive(
  id: string,
  { now }: Now,
  deps: Pick<IntakeDeps, 'archives' | 'newId' | 'set'>,
): Promise<boolean> {
  const store = await deps.archives();
  const found = await store.get(id);
  const look = found && archiveLook(found);
  if (!found || !look || look.at >= now) {
    await store.look(id, look, now);
    return false;
  }
  try {
    await store.save(order(found), clockCause(now, deps));
    return true;
  } catch (error) {
    // Another run has ordered it at this very moment.
    if (!(error instanceof Conflict)) throw error;
    return false;
  }
}
