import { isCurrent, type Scope } from '#shared/access';
import { problems } from '#shared/problem';
import { refuse, type Call, type Refusal } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';

/** Why the caller may not see what an officer carries: an officer sees himself, his lead all of the district, the city's lead all of the city. */
export function hiddenFrom(
  { params, scope, cause }: Pick<Call, 'params' | 'scope' | 'cause'>,
  { city }: Pick<AgencyDeps, 'city'>,
): Refusal | undefined {
  if (scope.guest) return isOfCity(scope, { city, now: cause.at }) ? undefined : refuse(problems.wrongDistrict);
  const isOwn = params['id'] === scope.actor.partyId;
  return isOwn || scope.capacities.includes('officer-lead') ? undefined : refuse(problems.notFound);
}

const isOfCity = ({ actor }: Scope, { city, now }: { city: string; now: Date }): boolean =>
  actor.posts.some((post) => post.role === 'officer-lead' && post.district === city && isCurrent(post, now));
