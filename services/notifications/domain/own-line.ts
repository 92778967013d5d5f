import type { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import type { MaterialChangedV1 } from '#events/materials/material-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Line } from './line.ts';

type Changed = Pick<ReceivedOf<typeof MaterialChangedV1>, 'id' | 'time' | 'district' | 'data'>;
type Authorised = Pick<ReceivedOf<typeof AuthorityChangedV1>, 'id' | 'time' | 'district' | 'data'>;

/** What has happened to a document without its owner; what he did himself he knows. */
export function lineOfMaterial({ id, time, district, data }: Changed): Line | undefined {
  const { materialId, partyId, state } = data;
  if (state !== 'refused' && state !== 'expired') return undefined;
  return { id, partyId, materialId, district, at: time, message: `material-${state}` };
}

/** For whom is acted is told, and whoever acts; but for staff, whose work it is. */
export function linesOfAuthority({ id, time, district, data }: Authorised): Line[] {
  const { authorityId, kind, principal, delegate, state } = data;
  const told = kind === 'officer' || kind === 'clerk-assisted' ? [principal] : [principal, delegate];
  const line = { id, authorityId, district, at: time, message: `authority-${state}` } as const;
  return [...new Set(told)].map((partyId) => ({ ...line, partyId }));
}
