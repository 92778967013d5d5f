import type { AgencyDeps } from '../../deps.ts';
import { expire } from '../../domain/authority/change.ts';
import { ownCause } from '../own-cause.ts';

/** Its last moment has passed: of a guardian's the ward is grown up. Its fact named that moment from the beginning. */
export async function expireAuthority(id: string, deps: AgencyDeps): Promise<boolean> {
  const authorities = await deps.authorities();
  const found = await authorities.get(id);
  const cause = ownCause(deps);
  const change = found && expire(found, cause.at);
  if (change) await authorities.save(change, cause);
  return change !== undefined;
}
