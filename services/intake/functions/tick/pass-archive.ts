import { archiveLook, hasGoneOn, order, supplement } from '../../domain/archive/archive.ts';
import { versionsOf } from '../../domain/archive/parts.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

/** Orders the package of a case that is closed, and later a supplement where what follows from the case has gone on. */
export async function passArchive(
  id: string,
  { now }: Now,
  deps: Pick<IntakeDeps, 'archives' | 'newId' | 'set'>,
): Promise<boolean> {
  const store = await deps.archives();
  const found = await store.get(id);
  const gone = found?.state === 'kept' && hasGoneOn(found, versionsOf(await store.kept(id)));
  const look = found && archiveLook(found, now);
  if (!found || !(gone || (look && look.at < now))) {
    await unlessLost(store.look(found ?? { caseId: id }, look, now));
    return false;
  }
  // Another run may order it at this very moment.
  return unlessLost(store.save(gone ? supplement(found) : order(found), clockCause(now, deps)));
}
