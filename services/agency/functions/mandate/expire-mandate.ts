import type { AgencyDeps } from '../../deps.ts';
import { expire } from '../../domain/mandate/acts.ts';
import { ownCause } from '../own-cause.ts';

/** The last moment of a mandate has passed. Nobody has acted by it since: its authority names that moment. */
export async function expireMandate(id: string, deps: AgencyDeps): Promise<boolean> {
  const mandates = await deps.mandates();
  const found = await mandates.get(id);
  const cause = ownCause(deps);
  const change = found && expire(found, cause.at);
  if (change) await mandates.save(change, cause);
  return change !== undefined;
}
