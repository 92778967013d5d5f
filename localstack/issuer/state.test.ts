import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { IssuerStateProblem, lastingIssuerState, readIssuerState } from './state.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'banshi-keys-'));
});
afterAll(() => rm(directory, { recursive: true }));

test('a missing file is made once, for its owner only, and keeps its key', async () => {
  const file = join(directory, 'deep', 'keys.json');
  const first = await lastingIssuerState(file, 'http://localhost:1/issuer');
  const again = await lastingIssuerState(file, 'http://localhost:1/issuer');
  const moved = await lastingIssuerState(file, 'https://login.example/issuer');

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(again).toEqual(first);
  expect(moved).toEqual({ ...first, issuer: 'https://login.example/issuer' });
  expect(await readdir(join(directory, 'deep'))).toEqual(['keys.json']);
});

test('a file that others can read is refused', async () => {
  const file = join(directory, 'open.json');
  await lastingIssuerState(file, 'http://localhost:1/issuer');
  await chmod(file, 0o644);

  await expect(readIssuerState(file)).rejects.toThrow(`chmod 600 ${file}`);
});

test('a file that is something else is not overwritten', async () => {
  const file = join(directory, 'other.json');
  await writeFile(file, '{"mine":true}', { mode: 0o600 });

  await expect(lastingIssuerState(file, 'http://localhost:1/issuer')).rejects.toThrow(IssuerStateProblem);
});

test('no file is no state', async () => {
  expect(await readIssuerState(join(directory, 'none.json'))).toBeUndefined();
});
