import type { Cause } from '#shared/cause';
import type { MaterialsDeps } from '../deps.ts';

/** Why the service changes something of its own accord: a file was checked, or time has passed. */
export function ownCause({ now, newId, set }: Pick<MaterialsDeps, 'now' | 'newId' | 'set'>): Cause {
  const id = newId();
  const actor = { sub: 'service:materials', kind: 'service' as const, partyId: 'none' };
  return { at: now(), actor, office: `${set}/materials`, correlationId: id, causationId: id };
}
