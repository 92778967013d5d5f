import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { startIssuerAlone } from './issuer-alone.ts';
import type { IssuerAlone } from './issuer-alone.ts';
import { tokenFor } from './token.ts';

let directory = '';
const running: IssuerAlone[] = [];
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'banshi-issuer-'));
});
afterEach(() => Promise.all(running.splice(0).map((alone) => alone.stop())));
afterAll(() => rm(directory, { recursive: true }));

async function start(...args: string[]): Promise<IssuerAlone> {
  const alone = await startIssuerAlone(['--port', '0', ...args]);
  if ('problem' in alone) throw new Error(alone.problem);
  running.push(alone);
  return alone;
}

test('serves discovery below its address and prints what a deployment needs', async () => {
  const { port, lines } = await start('--keys', join(directory, 'first.json'));
  const issuer = `http://localhost:${port}/issuer`;
  const found: unknown = await (await fetch(`http://127.0.0.1:${port}/issuer/.well-known/openid-configuration`)).json();

  expect(found).toMatchObject({ issuer });
  expect(lines.at(-1)).toContain(`--parameters TokenIssuer=${issuer} --parameters TokenAudience=banshi`);
  expect(lines.join()).not.toContain('"d":');
});

test('a token made from its keys is good for the key set it printed, also after a restart', async () => {
  const keys = join(directory, 'lasting.json');
  const address = ['--issuer', 'https://login.example/issuer'];
  const first = await start('--keys', keys, ...address);
  const made = await tokenFor(['clerk', '--keys', keys], directory);
  const again = await start('--keys', keys);

  expect(again.lines[1]).toBe(first.lines[1]);
  const keySet = createLocalJWKSet(JSON.parse(again.lines[1] ?? ''));
  const { payload } = await jwtVerify('token' in made ? made.token : '', keySet, { audience: 'banshi' });
  expect(payload.iss).toBe('https://login.example/issuer');
});

test('a taken port is one clear line', async () => {
  const { port } = await start('--keys', join(directory, 'first.json'));

  expect(await startIssuerAlone(['--keys', join(directory, 'first.json'), '--port', String(port)])).toEqual({
    problem: `port ${port} is taken: choose another with --port`,
  });
});

test.each([
  [[]],
  [['--keys']],
  [['--keys', 'x', '--port', 'many']],
  [['--what']],
  [['--keys', 'x', '--issuer', 'here']],
])('%j shows the usage', async (args) => {
  expect(await startIssuerAlone(args)).toEqual({ problem: expect.stringMatching(/^usage: [^\n]*$/) });
});
