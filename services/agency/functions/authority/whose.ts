import type { Scope } from '#shared/access';
import type { Authority } from '../../domain/authority/authority.ts';
import type { AuthorityActor } from '../../domain/authority/graph.ts';
import { isStaff } from '../project/whose.ts';

/** Windows of all districts, and the two sides. */
export const sees = (scope: Scope, { principal, delegate }: Authority): boolean =>
  isStaff(scope) || [principal, delegate].some((one) => scope.parties.includes(one));

/** On which sides the caller stands: as delegate only who is it himself, with all his ids. */
export function actorsOf(scope: Scope, { kind, principal, delegate }: Authority): AuthorityActor[] {
  if (isStaff(scope)) return isOwn(scope, { kind, principal, delegate }) ? [] : ['window'];
  const { parties, actor } = scope;
  const own = [actor.partyId, ...(actor.ids ?? [])];
  return [
    ...(parties.includes(principal) ? ['principal' as const] : []),
    ...(own.includes(delegate) || (actor.kind === 'organisation' && parties.includes(delegate))
      ? ['delegate' as const]
      : []),
  ];
}

/** Nobody handles as staff what he is a side of; a clerk who helps is the delegate by what he is. */
export const isOwn = (
  { actor }: Pick<Scope, 'actor'>,
  { kind, principal, delegate }: Pick<Authority, 'kind' | 'principal' | 'delegate'>,
): boolean =>
  kind !== 'clerk-assisted' &&
  [actor.partyId, ...(actor.ids ?? []), ...actor.orgs].some((one) => one === principal || one === delegate);
