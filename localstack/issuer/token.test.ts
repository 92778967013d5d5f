import { createLocalJWKSet, jwtVerify } from 'jose';
import { expect, test } from 'vitest';

import { newKey, publicKeySet } from './keys.ts';
import { UnknownAccount, signToken } from './token.ts';

const key = await newKey();
const now = new Date('2026-08-03T09:00:00+08:00');
const options = { issuer: 'http://localhost/issuer', audience: 'banshi', key, now };
const keySet = createLocalJWKSet(publicKeySet(key));

test('a token says who, for whom and until when', async () => {
  const { payload } = await jwtVerify(await signToken('head-amr', options), keySet, { currentDate: now });

  expect(payload).toMatchObject({
    iss: options.issuer,
    aud: 'banshi',
    sub: 'head-amr',
    kind: 'staff',
    acr: 'mfa',
    posts: [{ role: 'head', district: 'gulou', department: 'amr' }],
    exp: now.getTime() / 1000 + 3600,
  });
});

test('a test may ask for another life and other claims', async () => {
  const token = await signToken('citizen', {
    ...options,
    expiresIn: -60,
    claims: { assurance: 1, document: undefined },
  });
  const { payload } = await jwtVerify(token, keySet, { currentDate: new Date(now.getTime() - 3_600_000) });

  expect(payload.exp).toBe(now.getTime() / 1000 - 60);
  expect(payload).toMatchObject({ assurance: 1 });
  expect(payload).not.toHaveProperty('document');
});

test('an unknown account is named with those it may have meant', async () => {
  await expect(signToken('citzen', options)).rejects.toThrow(UnknownAccount);
  await expect(signToken('citzen', options)).rejects.toThrow(/"citzen"; did you mean citizen/);
});

test('the public key set holds no secret', () => {
  expect(JSON.stringify(publicKeySet(key))).not.toContain(key.d);
});
