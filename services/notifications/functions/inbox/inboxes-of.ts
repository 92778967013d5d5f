import { isCurrent, type Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import type { NotificationsDeps } from '../../deps.ts';
import { toldPosts, type Told } from '../../domain/post-line.ts';
import { postPartition } from '../../post-store.ts';
import { inboxPartition } from '../../store.ts';

interface Caller {
  scope: Scope;
  cause: Pick<Cause, 'at'>;
}

/** The posts that somebody holds today and that have inboxes. */
export const postsOf = ({ scope, cause }: Caller): Told[] =>
  toldPosts(scope.actor.posts.filter((post) => isCurrent(post, cause.at)));

/** The inboxes that are the caller's: those of all his ids, or of the posts that he holds today. */
export async function inboxesOf(
  { scope, cause }: Caller,
  { parties }: Pick<NotificationsDeps, 'parties'>,
): Promise<string[]> {
  if (!scope.capacities.includes('applicant')) return postsOf({ scope, cause }).map(postPartition);
  return (await parties.group(scope.actor.partyId)).map(inboxPartition);
}
