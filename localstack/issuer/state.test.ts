import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { IssuerStateProblem, lastingIssuerState, readIssuerState } from './state.ts';

const otherwise = 'http://localhost:1/issuer';
let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'banshi-keys-'));
});
afterAll(() => rm(directory, { recursive: true }));

test('a missing file is made once, for its owner only, and keeps its key', async () => {
  const file = join(directory, 'deep', 'keys.json');
  const first = await lastingIssuerState(file, { otherwise });
  const moved = await lastingIssuerState(file, { issuer: 'https://login.example/issuer', otherwise });
  const again = await lastingIssuerState(file, { otherwise });

  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(first.issuer).toBe(otherwise);
  expect(moved).toEqual({ ...first, issuer: 'https://login.example/issuer' });
  expect(again).toEqual(moved);
  expect(await readdir(join(directory, 'deep'))).toEqual(['keys.json']);
});

test('a file that others can read is refused', async () => {
  const file = join(directory, 'open.json');
  await lastingIssuerState(file, { otherwise });
  await chmod(file, 0o644);

  await expect(readIssuerState(file)).rejects.toThrow(`chmod 600 ${file}`);
});

test('a file that is something else is not overwritten', async () => {
  const file = join(directory, 'other.json');
  await writeFile(file, '{"mine":true}', { mode: 0o600 });

  await expect(lastingIssuerState(file, { otherwise })).rejects.toThrow(IssuerStateProblem);
});

test('no file is no state', async () => {
  expect(await readIssuerState(join(directory, 'none.json'))).toBeUndefined();
});
