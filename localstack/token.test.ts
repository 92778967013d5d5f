import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { newKey } from './issuer/keys.ts';
import { writeIssuerState } from './issuer/state.ts';
import { listen, stopServer } from './server.ts';
import { tokenFor } from './token.ts';

const day = 86_400;
const state = { issuer: 'http://localhost:8787/issuer', audience: 'banshi', privateJwk: await newKey() };
const cloud = createServer((request, response) => {
  const known = request.url === '/_local/clock' && request.headers.authorization === 'Bearer secret';
  response.end(JSON.stringify(known ? { now: new Date(Date.now() + 5 * day * 1000) } : {}));
});

let running = '';
let stopped = '';
beforeAll(async () => {
  running = await mkdtemp(join(tmpdir(), 'banshi-state-'));
  stopped = await mkdtemp(join(tmpdir(), 'banshi-state-'));
  await writeIssuerState(join(running, 'issuer.json'), state);
  await writeIssuerState(join(stopped, 'issuer.json'), state);
  const port = await listen(cloud, 0);
  await writeFile(join(running, 'cloud.json'), JSON.stringify({ port, pid: 1, controlToken: 'secret' }));
});
afterAll(async () => {
  await stopServer(cloud);
  await rm(running, { recursive: true });
  await rm(stopped, { recursive: true });
});

async function claims(args: string[], directory: string) {
  const answer = await tokenFor(args, directory);
  if ('problem' in answer) throw new Error(answer.problem);
  const { iss, sub, iat = 0, exp = 0 } = decodeJwt(answer.token);
  return { iss, sub, life: exp - iat, aheadDays: Math.abs(Math.round((iat - Date.now() / 1000) / day)) };
}

test('a token of the running cloud honours its moved clock', async () => {
  expect(await claims(['clerk'], running)).toEqual({ iss: state.issuer, sub: 'clerk', life: 3600, aheadDays: 5 });
});

test('without a running cloud, and with keys of deployed stacks, time is real', async () => {
  expect(await claims(['clerk'], stopped)).toMatchObject({ aheadDays: 0 });
  expect(await claims(['clerk', '--keys', join(stopped, 'issuer.json')], running)).toMatchObject({ aheadDays: 0 });
});

test('a life may be asked for, also one that is over', async () => {
  expect(await claims(['citizen', '--expires', '60'], stopped)).toMatchObject({ life: 60 });
  expect(await claims(['citizen', '--expires=-60'], stopped)).toMatchObject({ life: -60 });
});

test.each([
  ['an unknown account', ['clark'], /^no demo account "clark"; did you mean clerk[^\n]*$/],
  ['no account', [], /^usage: [^\n]*$/],
  ['two accounts', ['clerk', 'citizen'], /^usage: /],
  ['an unknown option', ['clerk', '--x'], /^usage: /],
  ['a life that is no number', ['clerk', '--expires', 'soon'], /^usage: /],
  ['keys that do not exist', ['clerk', '--keys', '/nowhere/keys.json'], /^\/nowhere\/keys.json does not exist[^\n]*$/],
])('%s is one clear line', async (_, args, problem) => {
  expect(await tokenFor(args, stopped)).toEqual({ problem: expect.stringMatching(problem) });
});

test('where no cloud was ever started, it says so', async () => {
  expect(await tokenFor(['clerk'], join(stopped, 'none'))).toEqual({ problem: expect.stringContaining('npm start') });
});
