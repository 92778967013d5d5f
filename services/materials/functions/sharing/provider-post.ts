import { sharedResource } from '#events/materials/shared-resources';
import { isCurrent } from '#shared/access';
import type { Post } from '#shared/actor';
import type { Call } from '#shared/route';

/** The department that a caller asks for, as its set knows it: one in which he works there now; undefined where he does not. */
export function postIn({ scope, cause }: Pick<Call, 'scope' | 'cause'>, provider: Provider): Post | undefined {
  const { posts } = scope.actor;
  return posts.find(
    (post) =>
      isCurrent(post, cause.at) && post.district === provider.district && post.department === provider.department,
  );
}

export interface Provider {
  district: string;
  department: string;
}

/** Whether a caller answers for a resource. */
export function answersFor(call: Pick<Call, 'scope' | 'cause'>, resource: string): boolean {
  const provider = sharedResource(resource)?.provider;
  return provider !== undefined && postIn(call, provider) !== undefined;
}
