import { createServer } from 'node:http';
import type { Server } from 'node:http';

import { afterEach, expect, test } from 'vitest';
import * as z from 'zod';

import { citizen, issuer, keySet, now, sign } from './issuer.fake.ts';
import { keySource, tokenVerifier } from './verify.ts';

const listening = z.object({ port: z.int() });
let server: Server | undefined;
let asked = 0;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function serving(status: number, body: string): Promise<string> {
  asked = 0;
  server = createServer((_, response) => {
    asked++;
    response.writeHead(status, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${listening.parse(server.address()).port}/jwks`;
}

function verifierOf(jwksUri: string) {
  return tokenVerifier({ issuer, audience: 'banshi', keys: keySource({ jwks: '', jwksUri }), now: () => now });
}

test('keys are asked for once, whatever key ids strangers make up', async () => {
  const verify = verifierOf(await serving(200, keySet));

  expect(await verify(await sign(citizen))).toMatchObject({ payload: { sub: 'citizen' } });
  for (const kid of ['made', 'up', 'ids']) {
    expect(await verify(await sign(citizen, { kid }))).toEqual({ refused: 'ERR_JWKS_NO_MATCHING_KEY' });
  }
  expect(asked).toBe(1);
});

test.each([
  ['answers an error', 503, '{}'],
  ['answers no JSON', 200, '<html>'],
  ['answers no key set', 200, '{"keys":1}'],
])('when the issuer %s, no token is called bad', async (_, status, body) => {
  const verify = verifierOf(await serving(status, body));

  await expect(verify(await sign(citizen))).rejects.toThrow('key set is not available');
});

test('when the issuer is away, no token is called bad, and its return is noticed', async () => {
  const jwksUri = await serving(200, keySet);
  const port = Number(new URL(jwksUri).port);
  await new Promise((resolve) => server?.close(resolve));
  const verify = verifierOf(jwksUri);

  await expect(verify(await sign(citizen))).rejects.toThrow('key set is not available');
  await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
  expect(await verify(await sign(citizen))).toMatchObject({ payload: { sub: 'citizen' } });
});
