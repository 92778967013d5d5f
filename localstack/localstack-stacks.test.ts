import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { newKey } from './issuer/keys.ts';
import { basesOf, deployment, environmentFor } from './localstack-stacks.ts';

const here = import.meta.dirname;

test('without Docker it ends with one line', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(here, 'localstack-command.ts')], {
    env: { PATH: here },
    encoding: 'utf8',
  });
  expect({ status, stdout, stderr }).toEqual({
    status: 1,
    stdout: '',
    stderr: 'npm run localstack needs Docker with its compose plugin, running; npm start needs neither\n',
  });
});

test('the image is pinned to one that needs no account', () => {
  const compose = readFileSync(join(here, 'compose.yaml'), 'utf8');
  expect(compose).toContain('image: ${LOCALSTACK_IMAGE:-localstack/localstack:4.14.0}');
  expect(compose).toContain('- 127.0.0.1:4566:4566');
});

test('nothing of a real account reaches the CLI', () => {
  const env = environmentFor({ AWS_PROFILE: 'real', AWS_SESSION_TOKEN: 'real', PATH: '/bin' });
  expect(env).toMatchObject({ PATH: '/bin', AWS_ENDPOINT_URL: 'http://localhost:4566', AWS_ACCESS_KEY_ID: 'test' });
  expect(JSON.stringify(env)).not.toContain('real');
});

test('each gateway is told whom to trust, without the private half of the key, and where the others are', async () => {
  const privateJwk = await newKey();
  const issuer = { issuer: 'https://login.example', audience: 'banshi', privateJwk };
  const args = deployment(['fuzhou', 'gulou'], issuer, { gulou: 'http://localhost:4566/x/v1' });
  expect(args.slice(0, 6)).toEqual(['-c', 'sets=fuzhou,gulou', '-c', 'region=us-east-1', '-c', 'nag=off']);
  expect(args).toContain('fuzhou-gateway:TokenIssuer=https://login.example');
  expect(args).toContain('gulou-gateway:SetBases={"gulou":"http://localhost:4566/x/v1"}');
  const bases = { fuzhou: 'http://localhost:4566/y/v1' };
  expect(deployment(['gulou'], issuer, bases)).toContain('gulou-intake:CityBase=http://localhost:4566/y/v1');
  expect(args.join(' ')).toContain(privateJwk.x);
  expect(args.join(' ')).not.toContain(privateJwk.d);
});

test('bases are read from the outputs of the gateways alone', () => {
  const written = {
    'banshi-gulou-gateway': { Base: 'https://abc123.execute-api.us-east-1.amazonaws.com/v1', ApiEndpoint: 'x' },
    'banshi-gulou-platform': { ExportsOutputBus: 'x' },
  };
  expect(basesOf(written)).toEqual({ gulou: 'http://localhost:4566/_aws/execute-api/abc123/v1' });
});
