import { randomUUID } from 'node:crypto';

import { SignJWT, importJWK } from 'jose';

import { accounts, findAccount } from './accounts.ts';
import type { Account } from './accounts.ts';
import { claimsOf } from './claims.ts';
import type { PrivateJwk } from './keys.ts';
import { nearest } from './near.ts';

export interface TokenOptions {
  issuer: string;
  audience: string;
  key: PrivateJwk;
  now: Date;
  /** Seconds until it expires, 3600 unless told; a negative number gives a token that has expired. */
  expiresIn?: number;
  /** Put over the account's own claims; `undefined` takes one away. */
  claims?: Record<string, unknown>;
}

/** No demo account has this name; the message lists those it may have meant. */
export class UnknownAccount extends Error {
  constructor(account: string) {
    const near = nearest(
      account,
      accounts.map((known) => known.account),
      5,
    );
    super(`no demo account "${account}"${near.length > 0 ? `; did you mean ${near.join(', ')}?` : ''}`);
  }
}

/** A bearer token of a demo account, as the issuer itself would give. Throws `UnknownAccount`. */
export async function signToken(account: string, options: TokenOptions): Promise<string> {
  const found = findAccount(account);
  if (!found) throw new UnknownAccount(account);

  const issuedAt = Math.floor(options.now.getTime() / 1000);
  return await new SignJWT(tokenClaims(found, options))
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: options.key.kid })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + (options.expiresIn ?? 3600))
    .sign(await importJWK(options.key, 'ES256'));
}

function tokenClaims(account: Account, { issuer, audience, claims }: TokenOptions): Record<string, unknown> {
  const registered = { iss: issuer, aud: audience, sub: account.account, jti: randomUUID() };
  return { ...registered, client_id: 'token-command', scope: 'banshi', ...claimsOf(account), ...claims };
}
