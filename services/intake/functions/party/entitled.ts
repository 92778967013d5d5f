import { partyIdOf, type PartyDocument } from '#shared/party';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import type { Entitled } from '../../domain/party/entitled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { refusalOf } from '../../standing.ts';

/** What somebody is entitled in: a case, or an item of a bundle. */
export type Whose = Pick<Application, 'id' | 'itemKey' | 'partyId' | 'heldBy' | 'authorityId' | 'projectId' | 'stage'>;

export interface Came extends Pick<Call, 'scope' | 'cause'> {
  document: PartyDocument;
}
export type EntitledDeps = Pick<IntakeDeps, 'partyKey' | 'standing'>;
type ByDocument = Exclude<Entitled, { saw: 'signature' }>;

/** By what right he acts in a case whose document the clerk saw; undefined where by none. He is held to what he may do himself. */
export async function entitledBy(
  found: Whose,
  { document, scope, cause }: Came,
  deps: EntitledDeps,
): Promise<ByDocument | Refusal | undefined> {
  const came = partyIdOf(await deps.partyKey(), document);
  const person = {
    ...scope,
    parties: [came],
    capacities: ['applicant' as const],
    actor: { ...scope.actor, partyId: came },
  };
  const { id: caseId, itemKey, partyId, heldBy, authorityId, projectId, stage } = found;
  const matter = {
    caseId,
    itemKey,
    partyId,
    ...(heldBy && { heldBy }),
    ...(authorityId && { authorityId }),
    ...(projectId && { projectId }),
    ...(stage && { stage }),
  };
  const place = await deps.standing.forCase(person, matter, cause.at);
  if ('refused' in place) return undefined;
  if (place.place === 'own') return { saw: 'identity' };
  const unconfirmed = refusalOf(place);
  return unconfirmed ? refuse(unconfirmed) : { saw: 'authority', authorityId: place.authority.authorityId };
}
