import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

import { createIssuer } from './issuer/issuer.ts';
import { publicKeySet } from './issuer/keys.ts';
import { IssuerStateProblem, lastingIssuerState } from './issuer/state.ts';
import type { IssuerState } from './issuer/state.ts';
import { isPortTaken, listen, stopServer } from './server.ts';

const usage = 'usage: npm run issuer -- --keys <file> [--port 8788] [--issuer <address>] [--redirect <address>]...';

interface Wish {
  keys: string;
  port: number;
  issuer: string | undefined;
  redirectUris: readonly string[] | undefined;
}

export interface IssuerAlone {
  port: number;
  /** What a deployment needs to know, one line each. */
  lines: string[];
  stop: () => Promise<void>;
}

/** Runs the issuer by itself with the lasting keys of a file; `{ problem }` is one line for a person. */
export async function startIssuerAlone(args: string[]): Promise<IssuerAlone | { problem: string }> {
  const wish = readWish(args);
  if (!wish) return { problem: usage };

  let issuer: ReturnType<typeof createIssuer> | undefined;
  const server = createServer((request, response) => issuer?.handle(request, response));
  try {
    const port = await listen(server, wish.port);
    const otherwise = `http://localhost:${port}/issuer`;
    const state = await lastingIssuerState(wish.keys, { issuer: wish.issuer, otherwise });
    issuer = createIssuer({
      issuerUrl: state.issuer,
      clock: { now: () => new Date() },
      key: state.privateJwk,
      audience: state.audience,
      ...(wish.redirectUris && { redirectUris: wish.redirectUris }),
    });
    return { port, lines: linesFor(state, port), stop: () => stopServer(server) };
  } catch (error) {
    await stopServer(server);
    return { problem: problemOf(error, wish.port) };
  }
}

function linesFor({ issuer, audience, privateJwk }: IssuerState, port: number): string[] {
  const keySet = JSON.stringify(publicKeySet(privateJwk));
  return [
    `the issuer ${issuer} listens on http://127.0.0.1:${port}; its public key set:`,
    keySet,
    'for each gateway stack, so that the set trusts it without asking it:',
    `--parameters TokenIssuer=${issuer} --parameters TokenAudience=${audience} --parameters TokenJwks='${keySet}'`,
  ];
}

function problemOf(error: unknown, port: number): string {
  if (error instanceof IssuerStateProblem) return error.message;
  if (isPortTaken(error)) return `port ${port} is taken: choose another with --port`;
  throw error;
}

function readWish(args: string[]): Wish | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        keys: { type: 'string' },
        port: { type: 'string', default: '8788' },
        issuer: { type: 'string' },
        redirect: { type: 'string', multiple: true },
      },
    });
    const port = Number(values.port);
    if (values.issuer !== undefined && !URL.canParse(values.issuer)) return undefined;
    if (values.keys === undefined || !Number.isInteger(port) || port < 0 || port > 65_535) return undefined;
    return { keys: values.keys, port, issuer: values.issuer, redirectUris: values.redirect };
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  const started = await startIssuerAlone(process.argv.slice(2));
  if ('problem' in started) {
    console.error(started.problem);
    process.exitCode = 1;
  } else {
    for (const line of started.lines) console.log(line);
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void started.stop());
  }
}
