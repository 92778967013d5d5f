import type { Account } from './accounts.ts';

/** What the issuer says of an account: what `services/authorizer/README.md` asks of any issuer. */
export function claimsOf(account: Account): Record<string, unknown> {
  const inPost = account.kind === 'staff' || account.kind === 'service';

  return {
    kind: account.kind,
    assurance: 3,
    ...(account.document && { document: account.document }),
    ...(account.uscc && { uscc: account.uscc }),
    orgs: [],
    posts: account.posts,
    // The demonstration has no second factor to ask for, so it says that staff gave one.
    ...(inPost && { acr: 'mfa' }),
  };
}
