import { archiveLook, order } from '../../domain/archive/archive.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

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
    await unlessLost(store.look(found ?? { caseId: id }, look, now));
    return false;
  }
  // Another run may order it at this very moment.
  return unlessLost(store.save(order(found), clockCause(now, deps)));
}
