import { afterAll, beforeAll, expect, test } from 'vitest';
import { newKey } from '../../localstack/issuer/keys.ts';
import { pathOf, problem, submitted } from '../support/cases.ts';
import type { Caller } from '../support/hall.ts';
import { openJourney, type Journey } from '../support/journey.ts';

let journey: Journey;
let company: Caller;
beforeAll(async () => {
  journey = await openJourney();
  company = journey.hall.as('company');
});
afterAll(() => journey?.stop());

const mine = '/intake/applications?mine=true';

test('a token that is missing, is no token or has expired is refused by the gateway in both languages', async () => {
  const tokens = [undefined, 'nonsense', 'a.b.c', await journey.token('company', { expiresIn: -60 })];
  for (const token of tokens) {
    const answer = await journey.hall.anyone.get(mine, token ? { token } : {});
    expect(answer).toMatchObject(problem(401, 'unauthorized'));
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const words = JSON.stringify(answer.body);
    expect(words).toMatch(/\p{Script=Han}/u);
    expect(words).toMatch(/[a-z]{4,} [a-z]{2,}/i);
  }
});

test('a token that was forged, changed, or made for or by somebody else is refused', async () => {
  const key = await newKey();
  const [head, body, signature] = (await journey.token('company')).split('.');
  const [, staff] = (await journey.token('approver-amr')).split('.');
  const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'JWT' })).toString('base64url');
  const tokens = [
    await journey.token('company', { key }),
    `${head}.${staff}.${signature}`,
    `${none}.${body}.`,
    await journey.token('company', { issuer: 'https://login.example' }),
    await journey.token('company', { audience: 'another' }),
    await journey.token('clerk', { claims: { acr: undefined } }),
    await journey.token('citizen', { claims: { posts: [{ role: 'window', district: 'gulou' }] } }),
    await journey.token('citizen', { claims: { document: { kind: 'resident-id', number: '1' } } }),
  ];
  for (const token of tokens)
    expect(await journey.hall.anyone.get(mine, { token })).toMatchObject(problem(401, 'unauthorized'));
});

test('a token that was verified once serves any route, and each route still asks who it is', async () => {
  const token = await journey.token('clerk');
  const { hall } = journey;
  const id = await submitted(company);
  expect((await hall.anyone.get(pathOf(id), { token })).status).toBe(200);
  expect((await hall.anyone.get('/intake/tasks?department=amr', { token })).status).toBe(200);
  expect(await hall.anyone.get(mine, { token })).toMatchObject(problem(403, 'wrong-role'));
  const acted = await hall.anyone.post(`${pathOf(id)}/accept`, {}, { token });
  expect(acted.status).toBe(200);
});

test('a token of a weakly proved identity cannot apply', async () => {
  const token = await journey.token('citizen', { claims: { assurance: 1 } });
  expect(await journey.hall.anyone.get(mine, { token })).toMatchObject(problem(403, 'assurance-too-low'));
});
