import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import * as z from 'zod';

import { parseJson } from '../json.ts';
import { newKey, privateJwk } from './keys.ts';

const issuerState = z.object({ issuer: z.url(), audience: z.string().min(1), privateJwk });

/** Who signs, for whom and with which key: `localstack/.state/issuer.json`, or the file named by `--keys`. */
export type IssuerState = z.infer<typeof issuerState>;

/** The file of an issuer's key cannot be used; the message says in one line what to do. */
export class IssuerStateProblem extends Error {}

/** Writes the state so that only its owner can read it; a crash leaves the old file or the new one. */
export async function writeIssuerState(file: string, state: IssuerState): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  await rename(draft, file);
}

/** The state of a file, undefined if there is none; throws `IssuerStateProblem` when it is broken or others can read it. */
export async function readIssuerState(file: string): Promise<IssuerState | undefined> {
  const found = await stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!found) return undefined;
  if (found.mode & 0o077) throw new IssuerStateProblem(`${file} can be read by others: chmod 600 ${file}`);

  const parsed = issuerState.safeParse(parseJson(await readFile(file, 'utf8')));
  if (!parsed.success) throw new IssuerStateProblem(`${file} is not an issuer's key file: name another, or remove it`);
  return parsed.data;
}

/** The lasting state of a file, created with a new key where missing; an address given replaces the stored one, `otherwise` begins it. */
export async function lastingIssuerState(
  file: string,
  { issuer, otherwise }: { issuer?: string | undefined; otherwise: string },
): Promise<IssuerState> {
  const stored = await readIssuerState(file);
  if (stored && (issuer === undefined || issuer === stored.issuer)) return stored;

  const privateJwk = stored?.privateJwk ?? (await newKey());
  const state = issuerState.parse({ issuer: issuer ?? otherwise, audience: 'banshi', privateJwk });
  await writeIssuerState(file, state);
  return state;
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
