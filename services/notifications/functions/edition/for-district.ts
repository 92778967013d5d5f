import { isCurrent, type Scope } from '#shared/access';
import type { Cause } from '#shared/cause';

/** Whether whoever calls holds one of the posts that the route asks for in a district today: what is another's is not found. */
export function actsIn(district: string, { actor, capacities }: Scope, { at }: Pick<Cause, 'at'>): boolean {
  return actor.posts.some(
    (post) => post.district === district && capacities.includes(post.role) && isCurrent(post, at),
  );
}
