import { join } from 'node:path';
import { parseArgs } from 'node:util';

import * as z from 'zod';

import { IssuerStateProblem, readIssuerState } from './issuer/state.ts';
import type { IssuerState } from './issuer/state.ts';
import { UnknownAccount, signToken } from './issuer/token.ts';
import { localTime } from './running.ts';

const usage = 'usage: npm run --silent token -- <account> [--expires=<seconds>] [--keys <file>]';

interface Wish {
  account: string;
  expiresIn: number;
  keys: string | undefined;
}

/**
 * The bearer token that a command line asks for: of the cloud whose state lies in the directory, or of the lasting keys
 * of `--keys`, which deployed stacks trust. `{ problem }` is one line for a person.
 */
export async function tokenFor(
  args: string[],
  stateDirectory: string,
): Promise<{ token: string } | { problem: string }> {
  const wish = readWish(args);
  if (!wish) return { problem: usage };

  try {
    const state = await readIssuerState(wish.keys ?? join(stateDirectory, 'issuer.json'));
    if (!state) return { problem: noState(wish.keys) };

    return { token: await sign(wish, state, stateDirectory) };
  } catch (error) {
    if (error instanceof UnknownAccount || error instanceof IssuerStateProblem) return { problem: error.message };
    throw error;
  }
}

/** Deployed stacks keep real time; only the local cloud's clock can be moved. */
async function sign({ account, expiresIn, keys }: Wish, state: IssuerState, stateDirectory: string): Promise<string> {
  const { issuer, audience, privateJwk } = state;
  const now = keys === undefined ? await localTime(stateDirectory) : new Date();
  return await signToken(account, { issuer, audience, key: privateJwk, now, expiresIn });
}

function noState(keys: string | undefined): string {
  return keys === undefined
    ? 'no local cloud has been started here: npm start (or name the keys of deployed stacks with --keys <file>)'
    : `${keys} does not exist: npm run issuer -- --keys ${keys} creates it`;
}

function readWish(args: string[]): Wish | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { expires: { type: 'string', default: '3600' }, keys: { type: 'string' } },
    });
    const [account] = z.tuple([z.string()]).parse(positionals);
    return { account, expiresIn: z.coerce.number().int().parse(values.expires), keys: values.keys };
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const answer = await tokenFor(process.argv.slice(2), join(import.meta.dirname, '.state'));
  if ('token' in answer) console.log(answer.token);
  else {
    console.error(answer.problem);
    process.exitCode = 1;
  }
}
