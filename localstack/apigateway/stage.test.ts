import { connect } from 'node:net';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cloud, startCloud } from '../cloud.ts';
import { apiStack, writeAssembly } from '../fixtures/sample-assembly.ts';
import { type JsonObject, parseObject } from '../json.ts';

let cloud: Cloud;
let base: string;
const templates = writeAssembly({ 'town-gateway': apiStack({ Timeout: 1 }) });

beforeAll(async () => {
  cloud = await startCloud({ port: 0, templates });
  base = cloud.base('town');
});
afterAll(async () => {
  await cloud.stop();
  rmSync(templates, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(base + path, { headers });
const withToken = (path: string, token: string): Promise<Response> => get(path, { authorization: `Bearer ${token}` });
const authorizerCalls = (): number =>
  Object.entries(cloud.counters().functions).find(([name]) => name.includes('Authorizer'))?.[1].invocations ?? 0;

async function seen(response: Promise<Response>): Promise<JsonObject> {
  const answered = await response;
  expect(answered.status).toBe(200);
  return parseObject(await answered.text()) ?? {};
}

test('a function sees the proxy event of REST v1', async () => {
  const event = await seen(
    fetch(`${base}/desk/public/a%20b/c?x=1&x=2&y=%E4%B8%AD`, {
      method: 'PATCH',
      headers: { 'X-Any': 'v', 'user-agent': 'test' },
      body: '{"a":"中"}',
    }),
  );
  expect(event).toMatchObject({
    resource: '/desk/public/{proxy+}',
    path: '/desk/public/a%20b/c',
    httpMethod: 'PATCH',
    pathParameters: { proxy: 'a b/c' },
    queryStringParameters: { x: '2', y: '中' },
    multiValueQueryStringParameters: { x: ['1', '2'], y: ['中'] },
    body: '{"a":"中"}',
    isBase64Encoded: false,
    requestContext: { stage: 'v1', path: '/v1/desk/public/a%20b/c', identity: { userAgent: 'test' } },
  });
  expect(event['headers']).toMatchObject({ 'X-Any': 'v' });
});

test('a path variable takes one segment, and a method that the resource lacks is not found', async () => {
  expect(await seen(get('/items/food%2Fdrink'))).toMatchObject({ pathParameters: { key: 'food/drink' }, body: null });
  expect((await get('/items/a/b')).status).toBe(404);
  expect((await fetch(`${base}/items/a`, { method: 'POST' })).status).toBe(404);
});

test('a more literal resource is preferred, and one without methods does not hide a greedy one', async () => {
  expect(await seen(get('/desk/public/x'))).toMatchObject({ resource: '/desk/public/{proxy+}' });
  expect((await get('/desk/public')).status).toBe(401);
});

test("what the gateway answers by itself is the template's response", async () => {
  const response = await get('/nothing');
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toEqual({
    type: 'MISSING_AUTHENTICATION_TOKEN',
    title: 'Missing Authentication Token',
  });
});

test('a preflight is answered without a function', async () => {
  const response = await fetch(`${base}/desk/public/x`, { method: 'OPTIONS' });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, '*']);
});

test('without a token, or with one that the authorizer refuses, the answer is 401', async () => {
  const before = authorizerCalls();
  expect((await get('/desk/echo')).status).toBe(401);
  expect(authorizerCalls()).toBe(before);
  expect((await withToken('/desk/echo', 'forged')).status).toBe(401);
});

test('an authorizer that fails or answers nonsense is a fault of the server', async () => {
  expect((await withToken('/desk/echo', 'broken')).status).toBe(500);
  expect((await withToken('/desk/echo', 'malformed')).status).toBe(500);
});

test('a grant is cached by token until its time has passed on the local clock', async () => {
  const before = authorizerCalls();
  const first = await seen(withToken('/desk/echo', 'all-1'));
  await seen(withToken('/desk/other', 'all-1'));
  expect(authorizerCalls()).toBe(before + 1);
  expect(first).toMatchObject({ requestContext: { authorizer: { principalId: 'someone', flag: 'true' } } });

  await seen(withToken('/desk/echo', 'all-2'));
  expect(authorizerCalls()).toBe(before + 2);

  await cloud.moveClock('+301s');
  await seen(withToken('/desk/echo', 'all-1'));
  expect(authorizerCalls()).toBe(before + 3);
});

test('a cached policy for one route denies the next one, as on AWS', async () => {
  expect((await withToken('/desk/echo', 'one-route')).status).toBe(200);
  expect((await withToken('/desk/other', 'one-route')).status).toBe(403);
  expect((await withToken('/desk/echo', 'one-route')).status).toBe(200);
});

test('an explicit denial is 403', async () => {
  expect((await withToken('/desk/echo', 'denied')).status).toBe(403);
});

test('several values of a header and binary bodies come through', async () => {
  expect((await get('/desk/public/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  const image = await get('/desk/public/binary');
  expect(image.headers.get('content-type')).toBe('image/png');
  expect([...(await image.bytes())]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

test.each(['nothing', 'text', 'no-status', 'strange-status', 'object-body', 'broken-header', 'throw'])(
  'a malformed reply is 502: %s',
  async (path) => {
    const response = await get(`/desk/public/${path}`);
    expect([response.status, await response.json()]).toMatchObject([502, { type: 'INTEGRATION_FAILURE' }]);
  },
);

test('a function that outlives its own time-out is 502, and the next is served', async () => {
  const statuses = [(await get('/desk/public/hang')).status, (await get('/desk/public/echo')).status];
  expect(statuses).toEqual([502, 200]);
});

test('a body over 10 MB is 413', async () => {
  const response = await fetch(`${base}/desk/public/echo`, { method: 'POST', body: 'x'.repeat(10_485_761) });
  expect(response.status).toBe(413);
});

function raw(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(cloud.port, '127.0.0.1', () => socket.write(text));
    socket.setEncoding('latin1').on('data', (chunk) => (answer += chunk));
    socket.on('close', () => resolve(answer)).on('error', () => resolve(answer));
  });
}

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', /^HTTP\/1\.1 400/],
  [
    'a header of 64 KB',
    `GET /town/v1/health HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(65_536)}\r\n\r\n`,
    /^HTTP\/1\.1 4/,
  ],
  [
    'a broken percent code',
    'GET /town/v1/desk/public/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 404/,
  ],
  [
    'a broken query',
    'GET /town/v1/items/a?%zz=%&&== HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 200/,
  ],
  [
    'a target that is no path',
    'GET http://elsewhere/town HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 404/,
  ],
  ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', /^HTTP\/1\.1 404/],
  [
    'dots and slashes',
    'GET /town/v1/../..//%2e%2e/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 404/,
  ],
  [
    'a name of the prototype',
    'GET /__proto__/constructor/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    /^HTTP\/1\.1 404/,
  ],
])('%s gets an answer and harms nobody', async (_, text, expected) => {
  expect(await raw(text)).toMatch(expected);
  expect((await get('/desk/public/echo')).status).toBe(200);
});

test('a caller who goes away in the middle of a body harms nobody', async () => {
  await new Promise<void>((resolve) => {
    const socket = connect(cloud.port, '127.0.0.1', () => {
      socket.write('POST /town/v1/desk/public/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => {
        socket.destroy();
        resolve();
      });
    });
  });
  expect((await get('/desk/public/echo')).status).toBe(200);
});
