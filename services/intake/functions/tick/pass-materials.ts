import { materialsLook, tellUnconfirmed } from '../../domain/material/act.ts';
import type { IntakeDeps } from '../../deps.ts';
import { clockCause, type Now } from './clock-cause.ts';
import { unlessLost } from './unless-lost.ts';

/** Tells an applicant once of documents that nobody has confirmed in time. */
export async function passMaterials(
  id: string,
  { now }: Now,
  deps: Pick<IntakeDeps, 'caseMaterials' | 'newId' | 'set'>,
): Promise<boolean> {
  const store = await deps.caseMaterials();
  const found = await store.get(id);
  const look = found && materialsLook(found);
  if (!found || !look || look.at >= now) {
    await unlessLost(store.look(found ?? { caseId: id }, look, now));
    return false;
  }
  return unlessLost(store.follow(tellUnconfirmed(found, now), clockCause(now, deps)));
}
