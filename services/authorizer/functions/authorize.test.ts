import * as fc from 'fast-check';
import { exportSPKI } from 'jose';
import { describe, expect, test } from 'vitest';

import { actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';

import { citizen, issuer, keySet, now, p384, rsa, sign, stranger, tampered, unsigned } from '../issuer.fake.ts';
import { keySource, tokenVerifier } from '../verify.ts';
import { authorize } from './authorize.ts';

const cityKey = 'a-city-key-for-tests-of-64-characters-0123456789abcdefghijklmnop';
const methodArn = 'arn:aws-cn:execute-api:cn-north-1:000000000000:api1/v1/GET/intake/applications';
const seconds = now.getTime() / 1000;

const logged: unknown[] = [];
const verify = tokenVerifier({
  issuer,
  audience: 'banshi',
  keys: keySource({ jwks: keySet, jwksUri: '' }),
  now: () => now,
});
const log = (line: unknown) => logged.push(line);
const handler = authorize({ verify, cityKey: () => Promise.resolve(cityKey), log });
const call = (authorizationToken?: string, by = handler) =>
  by({ type: 'TOKEN', methodArn, authorizationToken }, { awsRequestId: 'request-1' });

const bearer = async (...args: Parameters<typeof sign>) => `Bearer ${await sign(...args)}`;

describe('a good token', () => {
  test('allows the whole stage and says who calls', async () => {
    const answer = await call(await bearer(citizen));

    expect(answer.principalId).toBe('citizen');
    expect(answer.policyDocument.Statement).toEqual([
      {
        Action: 'execute-api:Invoke',
        Effect: 'Allow',
        Resource: 'arn:aws-cn:execute-api:cn-north-1:000000000000:api1/v1/*',
      },
    ]);
    expect(answer.context?.['exp']).toBe(String(citizen.exp));
    expect(actor().parse(JSON.parse(String(answer.context?.['actor'])))).toEqual({
      sub: 'citizen',
      kind: 'person',
      assurance: 2,
      posts: [],
      partyId: partyIdOf(cityKey, { kind: 'resident-id', number: '110105 19491231 002X' }),
      orgs: [partyIdOf(cityKey, { kind: 'uscc', number: '9111 0000 6000 3734 1L' })],
    });
  });

  test.each([
    ['9111 0000 6000 3734 1L', '2'],
    ['12441500196720244T', '3'],
    ['31110000E00017525U', '6'],
  ])('says of an organisation what it is by its code %s', async (uscc, organisationKind) => {
    const { document, ...rest } = citizen;
    const answer = await call(await bearer({ ...rest, kind: 'organisation', uscc }));
    expect(actor().parse(JSON.parse(String(answer.context?.['actor'])))).toMatchObject({ organisationKind });
  });

  test('may be signed with RS256 and come in a header of any case', async () => {
    const authorization = await bearer(citizen, { alg: 'RS256', kid: 'rsa', key: rsa.privateKey });
    const answer = await handler({ type: 'REQUEST', methodArn, headers: { authorization } }, { awsRequestId: 'r' });

    expect(answer.principalId).toBe('citizen');
  });

  test('may be a little ahead of our clock', async () => {
    await expect(call(await bearer({ ...citizen, nbf: seconds + 20 }))).resolves.toBeDefined();
  });

  test('leaves no number in the answer and nothing personal in the log', async () => {
    const answer = await call(await bearer(citizen));

    expect(JSON.stringify(answer)).not.toMatch(/19491231|600037341/);
    expect(logged.at(-1)).toEqual({ level: 'INFO', code: 'allowed', requestId: 'request-1' });
  });
});

const publicPem = await exportSPKI(rsa.publicKey);

describe('unauthorized', () => {
  test.each<[string, string, () => string | undefined | Promise<string>]>([
    ['no header', 'no-bearer-token', () => undefined],
    ['another scheme', 'no-bearer-token', () => 'Basic Y2l0aXplbjo='],
    ['no token at all', 'no-bearer-token', () => 'Bearer rubbish'],
    ['rubbish in three parts', 'ERR_JWS_INVALID', () => 'Bearer a.b.c'],
    ['alg none', 'ERR_JOSE_ALG_NOT_ALLOWED', () => `Bearer ${unsigned('none')}`],
    ['no signature', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => `Bearer ${unsigned('ES256')}`],
    ['changed claims', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', async () => `Bearer ${await tampered()}`],
    ['a stranger’s key', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED', () => bearer(citizen, { key: stranger.privateKey })],
    ['an unknown key id', 'ERR_JWKS_NO_MATCHING_KEY', () => bearer(citizen, { kid: 'other' })],
    [
      'HS256 with the public key as its secret',
      'ERR_JOSE_ALG_NOT_ALLOWED',
      () => bearer(citizen, { alg: 'HS256', kid: 'rsa', key: new TextEncoder().encode(publicPem) }),
    ],
    [
      'an algorithm we do not take',
      'ERR_JOSE_ALG_NOT_ALLOWED',
      () => bearer(citizen, { alg: 'ES384', kid: 'p384', key: p384.privateKey }),
    ],
    [
      'the algorithm of another kind of key',
      'ERR_JWKS_NO_MATCHING_KEY',
      () => bearer(citizen, { alg: 'RS256', kid: 'ec', key: rsa.privateKey }),
    ],
    [
      'another issuer',
      'ERR_JWT_CLAIM_VALIDATION_FAILED',
      () => bearer({ ...citizen, iss: 'https://elsewhere.example' }),
    ],
    ['another audience', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => bearer({ ...citizen, aud: 'hall' })],
    ['no subject', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => bearer({ ...citizen, sub: undefined })],
    ['no end', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => bearer({ ...citizen, exp: undefined })],
    ['an end passed a second ago', 'ERR_JWT_EXPIRED', () => bearer({ ...citizen, exp: seconds - 1 })],
    ['an end just now', 'ERR_JWT_EXPIRED', () => bearer({ ...citizen, exp: seconds })],
    ['an end long passed', 'ERR_JWT_EXPIRED', () => bearer({ ...citizen, exp: seconds - 3600 })],
    ['not yet valid', 'ERR_JWT_CLAIM_VALIDATION_FAILED', () => bearer({ ...citizen, nbf: seconds + 60 })],
    ['broken claims', 'broken-claims', () => bearer({ ...citizen, document: undefined })],
    ['no second factor', 'second-factor-missing', () => bearer({ ...citizen, kind: 'staff' })],
  ])('%s', async (_, code, token) => {
    await expect(call(await token())).rejects.toThrow(/^Unauthorized$/);
    expect(logged.at(-1)).toEqual({ level: 'INFO', code, requestId: 'request-1' });
  });
});

test('whatever stands in the header, a stranger is unauthorized and never an error of ours', async () => {
  const part = fc.oneof(
    fc.base64String(),
    fc.json().map((text) => Buffer.from(text).toString('base64url')),
  );
  const token = fc.tuple(part, part, part).map((parts) => `Bearer ${parts.join('.')}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), token), async (header) => {
      await expect(call(header)).rejects.toThrow(/^Unauthorized$/);
    }),
  );
});

test('a city key that cannot be read is not a refusal', async () => {
  const failing = authorize({ verify, cityKey: () => Promise.reject(new Error('secrets are away')), log });

  await expect(call(await bearer(citizen), failing)).rejects.toThrow('secrets are away');
});
