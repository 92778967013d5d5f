import { randomBytes } from 'node:crypto';

import { Provider, interactionPolicy } from 'oidc-provider';
import type { Context, Grant, Interaction, JwtParts } from 'oidc-provider';

import { findAccount } from './accounts.ts';
import { claimsOf } from './claims.ts';
import type { IssuerOptions } from './issuer.ts';
import { memory } from './memory.ts';
import { failedPage, signOutPage, signedOutPage } from './other-pages.ts';
import { languageOf, pageHeaders } from './page.ts';

/** Resource indicators are URIs (RFC 8707); the audience in the token is the plain name. */
const resource = 'urn:banshi';
const tokenSeconds = 3600;
const sessionSeconds = 8 * 3600;

/** The OIDC provider: authorization code with PKCE for the public client `hall`, and JWT access tokens for `banshi`. */
export function createProvider({ issuerUrl, audience, clock, key, redirectUris }: Required<IssuerOptions>): Provider {
  const policy = interactionPolicy.base();
  policy.remove('consent');

  return new Provider(issuerUrl, {
    adapter: memory(),
    jwks: { keys: [key] },
    clients: [hall(redirectUris)],
    clientBasedCORS: () => true,
    scopes: ['openid', 'profile', 'banshi'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    findAccount: (_: Context, sub: string) => accountFor(sub),
    interactions: {
      policy,
      url: (_: Context, { uid }: Interaction) => `${new URL(issuerUrl).pathname}/interaction/${uid}`,
    },
    loadExistingGrant: grantAll,
    extraTokenClaims: (_: Context, { accountId }: { accountId: string }) => accessClaims(accountId),
    formats: { customizers: { jwt: (_: Context, __: unknown, { payload }: JwtParts) => putAtClock(payload, clock) } },
    renderError: (context: Context, { error }: { error: string }) => answer(context, failedPage(wish(context), error)),
    features: features(audience),
    ttl: {
      Session: sessionSeconds,
      Grant: sessionSeconds,
      Interaction: 600,
      AuthorizationCode: 60,
      AccessToken: tokenSeconds,
      IdToken: tokenSeconds,
    },
  });
}

/** A native client may use its redirect address on any port of this machine (RFC 8252). */
function hall(redirectUris: readonly string[]): object {
  return {
    client_id: 'hall',
    client_name: 'Banshi hall',
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: redirectUris,
    post_logout_redirect_uris: redirectUris.map((uri) => new URL('/', uri).href),
  };
}

function features(audience: string): object {
  return {
    devInteractions: { enabled: false },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        audience,
        scope: 'banshi',
        accessTokenFormat: 'jwt',
        accessTokenTTL: tokenSeconds,
        jwt: { sign: { alg: 'ES256' } },
      }),
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (context: Context, form: string) => answer(context, signOutPage(wish(context), form)),
      postLogoutSuccessSource: (context: Context) => answer(context, signedOutPage(wish(context))),
    },
  };
}

function accountFor(sub: string): object | undefined {
  const account = findAccount(sub);
  return account && { accountId: sub, claims: () => ({ sub, name: account.name }) };
}

function accessClaims(accountId: string): Record<string, unknown> {
  const account = findAccount(accountId);
  return account ? claimsOf(account) : {};
}

/** The hall is of our own house: nobody is asked whether it may have the scopes. */
async function grantAll({ oidc }: Context): Promise<Grant> {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(resource, 'banshi');
  await grant.save();
  return grant;
}

/**
 * Sign-ins live by the machine's own clock, which the browser shares; what the functions read, the access token,
 * is moved to the local clock.
 */
function putAtClock(payload: JwtParts['payload'], clock: IssuerOptions['clock']): void {
  const offset = Math.round((clock.now().getTime() - Date.now()) / 1000);
  payload.iat += offset;
  payload.exp += offset;
}

function wish(context: Context) {
  return languageOf(context.get('accept-language'));
}

function answer(context: Context, html: string): void {
  context.set(pageHeaders);
  context.body = html;
}
