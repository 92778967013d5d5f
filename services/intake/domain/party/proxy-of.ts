import type { Authority, Proxy } from './authority.ts';

/** What is kept beside the delegate; undefined where he acts no more. A clerk is no delegate of whom he once entered a case for. */
export function proxyOf({ kind, state, authorityId, principal, from, until }: Authority): Proxy | undefined {
  if (kind === 'clerk-assisted' || state === 'ended' || state === 'suspended') return undefined;
  return { authorityId, principal, from, until };
}
