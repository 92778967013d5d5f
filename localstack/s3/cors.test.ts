import { afterAll, beforeAll, expect, test } from 'vitest';
import { startFixture } from './front.fixture.ts';
import type { Fixture } from './front.fixture.ts';

let s3: Fixture;
beforeAll(async () => {
  s3 = await startFixture();
});
afterAll(() => s3.stop());

const origin = 'https://hall.example';
const preflight = (bucket: string, headers: Record<string, string>) =>
  fetch(`${s3.buckets.endpoint}/${bucket}/key`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'PUT', ...headers },
  });

async function put(from: string, body: string): Promise<Response> {
  const url = await s3.presign({ method: 'PUT', path: '/browser/shown', headers: { 'content-length': '5' } });
  return fetch(url, { method: 'PUT', body, headers: { origin: from } });
}

test('a preflight that a rule allows is answered with the rule', async () => {
  const asked = 'content-type, x-amz-checksum-sha256';
  const response = await preflight('browser', { 'access-control-request-headers': asked });
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'PUT, GET',
    'access-control-allow-headers': asked,
    'access-control-expose-headers': 'ETag',
    'access-control-max-age': '600',
  });
});

test.each([
  ['an unknown origin', 'browser', { origin: 'https://evil.example' }],
  ['another method', 'browser', { 'access-control-request-method': 'DELETE' }],
  ['a header that no rule names', 'browser', { 'access-control-request-headers': 'authorization' }],
  ['a bucket without CORS', 'plain', {}],
])('a preflight for %s is refused', async (_, bucket, headers) => {
  const response = await preflight(bucket, headers);
  expect(response.status).toBe(403);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(await response.text()).toContain('<Code>AccessForbidden</Code>');
});

test('a star stands for any text in an origin', async () => {
  const response = await preflight('browser', { origin: 'https://gulou.city.example' });
  expect(response.headers.get('access-control-allow-origin')).toBe('https://gulou.city.example');
});

test('the answer itself shows its headers to an allowed origin, a refusal too, and to no other', async () => {
  const shown = await put(origin, 'hello');
  expect([shown.status, shown.headers.get('access-control-expose-headers')]).toEqual([200, 'ETag']);
  const refused = await put(origin, 'too long');
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([403, origin]);
  expect((await put('https://evil.example', 'hello')).headers.get('access-control-allow-origin')).toBeNull();
});
