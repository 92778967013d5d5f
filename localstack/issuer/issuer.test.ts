import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { Server } from 'node:http';

import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';

import { tokenVerifier } from '../../services/authorizer/verify.ts';
import { readClaims } from '../../services/authorizer/domain/claims.ts';
import { listen, stopServer } from '../server.ts';
import { accounts } from './accounts.ts';
import { browser, targetOf } from './browser.fake.ts';
import { createIssuer } from './issuer.ts';
import type { Issuer } from './issuer.ts';
import { newKey } from './keys.ts';
import { signToken } from './token.ts';

const key = await newKey();
const daysAhead = 5 * 86_400_000;
const clock = { now: () => new Date(Date.now() + daysAhead) };
const tokens = z.object({ access_token: z.string(), id_token: z.string(), expires_in: z.int() });
const callback = 'http://localhost:5173/callback';

let issuerUrl = '';
let issuer: Issuer | undefined;
const server: Server = createServer((request, response) => issuer?.handle(request, response));

beforeAll(async () => {
  issuerUrl = `http://127.0.0.1:${await listen(server, 0)}/issuer`;
  issuer = createIssuer({ issuerUrl, clock, key });
});
afterAll(() => stopServer(server));

const verifier = randomBytes(32).toString('base64url');

function authorizationUrl(parameters: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    client_id: 'hall',
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid profile banshi',
    state: 'here',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...parameters,
  });
  return `${issuerUrl}/auth?${query.toString()}`;
}

async function signIn(account: string): Promise<string> {
  const visit = browser();
  const login = targetOf(await visit(authorizationUrl()));
  const posted = await visit(`${login}/login`, { account });
  const back = new URL(targetOf(await visit(targetOf(posted))));

  expect(`${back.origin}${back.pathname}`).toBe(callback);
  expect(back.searchParams.get('state')).toBe('here');
  return back.searchParams.get('code') ?? '';
}

function redeem(code: string, withVerifier = verifier): Promise<Response> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: 'hall',
    redirect_uri: callback,
    code,
    code_verifier: withVerifier,
  });
  return fetch(`${issuerUrl}/token`, { method: 'POST', body, headers: { origin: 'http://localhost:5173' } });
}

test('discovery names the issuer, its keys and code with PKCE', async () => {
  const found: unknown = await (await fetch(`${issuerUrl}/.well-known/openid-configuration`)).json();

  expect(found).toMatchObject({
    issuer: issuerUrl,
    jwks_uri: `${issuerUrl}/jwks`,
    authorization_endpoint: `${issuerUrl}/auth`,
    code_challenge_methods_supported: ['S256'],
  });
});

test('the key set is public and is the one handed out in process', async () => {
  const text = await (await fetch(`${issuerUrl}/jwks`)).text();

  expect(text).not.toContain(key.d);
  expect(JSON.parse(text)).toMatchObject({ keys: [{ kid: key.kid, x: key.x }] });
  expect(issuer?.jwks.keys[0]).toMatchObject({ kid: key.kid, x: key.x });
});

describe('a person who signs in', () => {
  test('gets an access token at the local clock that the authorizer takes', async () => {
    const response = await redeem(await signIn('approver-amr.jinan'));
    const { access_token: token, id_token: idToken, expires_in: life } = tokens.parse(await response.json());

    expect(response.headers.get('access-control-allow-origin')).toBe('http://localhost:5173');
    expect(life).toBe(3600);
    expect(decodeJwt(idToken)).toMatchObject({
      aud: 'hall',
      name: '示例审批人员（晋安区 市场监督管理局）',
    });

    const keys = createRemoteJWKSet(new URL(`${issuerUrl}/jwks`));
    const verify = tokenVerifier({ issuer: issuerUrl, audience: 'banshi', keys, now: clock.now });
    const verified = await verify(token);
    expect(readClaims('payload' in verified ? verified.payload : undefined)).toMatchObject({
      actor: {
        sub: 'approver-amr.jinan',
        kind: 'staff',
        acr: 'mfa',
        posts: [{ role: 'approver', district: 'jinan', department: 'amr' }],
      },
    });
    expect(Math.abs(Number(decodeJwt(token).iat) * 1000 - clock.now().getTime())).toBeLessThan(60_000);
    expect(await verify(idToken)).toMatchObject({ refused: expect.any(String) });
  });

  test('gets what the token command gives', async () => {
    const { access_token: token } = tokens.parse(await (await redeem(await signIn('company'))).json());
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(`${issuerUrl}/jwks`)), {
      currentDate: clock.now(),
    });
    const made = decodeJwt(
      await signToken('company', { issuer: issuerUrl, audience: 'banshi', key, now: clock.now() }),
    );
    const own = ['iss', 'aud', 'sub', 'kind', 'assurance', 'uscc', 'orgs', 'posts', 'scope'];

    for (const claim of own) expect(payload[claim]).toEqual(made[claim]);
    expect(Object.keys(payload).toSorted()).toEqual(Object.keys(made).toSorted());
  });
});

describe('refused', () => {
  test('a code without its verifier, or used twice', async () => {
    expect((await redeem(await signIn('citizen'), randomBytes(32).toString('base64url'))).status).toBe(400);

    const code = await signIn('citizen');
    expect((await redeem(code)).status).toBe(200);
    expect((await redeem(code)).status).toBe(400);
  });

  test('a request without PKCE, or to somewhere else', async () => {
    const plain = await fetch(authorizationUrl({ code_challenge: '', code_challenge_method: '' }), {
      redirect: 'manual',
    });
    expect(new URL(targetOf(plain)).searchParams.get('error')).toBe('invalid_request');

    const stranger = await fetch(authorizationUrl({ redirect_uri: 'https://elsewhere.example/callback' }), {
      redirect: 'manual',
    });
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('<html lang="zh-CN">');
  });

  test('an account that does not exist, on the page itself', async () => {
    const visit = browser();
    const login = targetOf(await visit(authorizationUrl()));
    const posted = await visit(`${login}/login?lang=en`, { account: '<script>' });

    expect(posted.status).toBe(400);
    expect(await posted.text()).toContain('role="alert"');
  });

  test('a sign-in of another browser', async () => {
    const login = targetOf(await browser()(authorizationUrl()));

    expect((await fetch(login)).status).toBe(400);
    expect((await browser()(`${login}/login`, { account: 'citizen' })).status).toBe(400);
  });
});

test('the login page comes in the language asked for', async () => {
  const visit = browser();
  const login = targetOf(await visit(authorizationUrl({ ui_locales: 'en' })));

  expect(await (await visit(login)).text()).toContain('<html lang="en">');
  expect(await (await visit(`${login}?lang=zh-CN`)).text()).toContain('<html lang="zh-CN">');
});

test('the authorizer takes the token of every account', async () => {
  for (const { account, kind } of accounts) {
    const claims = decodeJwt(
      await signToken(account, { issuer: issuerUrl, audience: 'banshi', key, now: clock.now() }),
    );
    expect(readClaims(claims)).toMatchObject({ actor: { sub: account, kind } });
  }
});
