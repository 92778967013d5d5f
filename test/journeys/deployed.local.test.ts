// Plays deployed stacks with a local cloud that trusts lasting keys: what `BANSHI_URL` and `BANSHI_KEYS` are for.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildTemplates } from '../../localstack/build.ts';
import { startCloud, type Cloud } from '../../localstack/cloud.ts';
import { startIssuerAlone } from '../../localstack/issuer-alone.ts';
import { publicKeySet } from '../../localstack/issuer/keys.ts';
import { readIssuerState } from '../../localstack/issuer/state.ts';
import { loadSeeds } from '../../localstack/seeds.ts';
import { tokenFor } from '../../localstack/token.ts';

const root = join(import.meta.dirname, '../..');
const directory = mkdtempSync(join(tmpdir(), 'banshi-keys-'));
const keys = join(directory, 'issuer-keys.json');
let cloud: Cloud;

beforeAll(async () => {
  // The issuer writes its keys; deployed stacks are told its public half and never ask it.
  const issuer = await startIssuerAlone(['--keys', keys, '--port', '0', '--issuer', 'https://login.example/issuer']);
  if ('problem' in issuer) throw new Error(issuer.problem);
  await issuer.stop();
  const state = await readIssuerState(keys);
  if (!state) throw new Error('the issuer has written no keys');
  const TokenJwks = JSON.stringify(publicKeySet(state.privateJwk));
  const parameters = { TokenIssuer: state.issuer, TokenAudience: state.audience, TokenJwks };
  cloud = await startCloud({ port: 0, templates: await buildTemplates(), parameters });
  await loadSeeds({ ...cloud, token });
});
afterAll(async () => {
  await cloud?.stop();
  rmSync(directory, { recursive: true });
});

async function token(account: string): Promise<string> {
  const answer = await tokenFor([account, '--keys', keys], directory);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer.token;
}

async function demo(env: Record<string, string>): Promise<string> {
  const options = { cwd: root, env: { ...process.env, BANSHI_URL: cloud.base('fuzhou'), ...env } };
  const run = promisify(execFile)(process.execPath, ['test/demo/demo.ts'], options);
  return run.then(
    ({ stdout }) => stdout,
    (failed: { code: number; stdout: string; stderr: string }) => `${failed.code}: ${failed.stdout}${failed.stderr}`,
  );
}

test('the demonstration runs unchanged against stacks that trust the keys', async () => {
  const told = await demo({ BANSHI_KEYS: keys });
  expect(told).toContain(`over HTTP at ${cloud.base('fuzhou')}`);
  expect(told).toContain('Every step was as expected.');
  expect(told).not.toContain('✗');
});

test('keys that the stacks do not trust end it at the first step that needs them', async () => {
  const other = join(directory, 'other-keys.json');
  expect(await demo({ BANSHI_KEYS: other })).toMatch(
    /^1: .*✗ {2}2 .* does not exist: npm run issuer -- --keys \S+ creates it\nNot as expected/s,
  );

  const stranger = await startIssuerAlone(['--keys', other, '--port', '0', '--issuer', 'https://login.example/issuer']);
  if ('problem' in stranger) throw new Error(stranger.problem);
  await stranger.stop();
  const told = await demo({ BANSHI_KEYS: other });
  expect(told).toMatch(/^1: .*✗ {2}2 .*"status":401.*Not as expected; see the line marked ✗\.\n$/s);
});
