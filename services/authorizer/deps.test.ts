import { createServer } from 'node:http';

import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod';

import { authorizerDeps } from './deps.ts';

const listening = z.object({ port: z.int() });
const env = {
  TOKEN_ISSUER: 'https://login.example',
  TOKEN_AUDIENCE: 'banshi',
  TOKEN_JWKS: '{"keys":[]}',
  PARTY_KEY_SECRET_ARN: 'arn:aws:secretsmanager:ap-east-1:000000000000:secret:party-key',
};
const secret = 'x'.repeat(64);

afterEach(() => vi.unstubAllEnvs());

test('a missing variable stops the start', () => {
  expect(() => authorizerDeps({ ...env, TOKEN_ISSUER: undefined })).toThrow('TOKEN_ISSUER');
  expect(() => authorizerDeps({ ...env, TOKEN_JWKS: '' })).toThrow('TOKEN_JWKS or TOKEN_JWKS_URI');
});

test('the city key is read once, and again after a failure', async () => {
  const answers = [400, 200];
  let asked = 0;
  const server = createServer((_, response) => {
    const status = answers[asked++] ?? 500;
    const body = status === 200 ? { SecretString: secret } : { __type: 'InvalidRequestException' };
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL_SECRETS_MANAGER', `http://127.0.0.1:${listening.parse(server.address()).port}`);
  vi.stubEnv('AWS_REGION', 'local-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test');

  const { cityKey } = authorizerDeps(env);
  await expect(cityKey()).rejects.toThrow();
  expect(await Promise.all([cityKey(), cityKey()])).toEqual([secret, secret]);
  expect(await cityKey()).toBe(secret);
  expect(asked).toBe(2);

  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
