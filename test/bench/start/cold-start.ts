import { execFile, fork } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod';
import type { Rows } from './rows.ts';

const run = promisify(execFile);
const program = join(import.meta.dirname, 'first-request.mjs');
const stub = join(import.meta.dirname, 'stub-dynamodb.ts');
const told = z.object({ status: z.number(), importMs: z.number(), requestMs: z.number() });

/** A DynamoDB that only holds some rows, and the key of the party hash, in a process of its own; `environment` is what a function gets to reach it. */
export interface StubDynamo {
  environment: Record<string, string>;
  stop: () => void;
}

export async function startStub(rows: Rows): Promise<StubDynamo> {
  const child = fork(stub, { execArgv: [] });
  const port = await new Promise<unknown>((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`the stub ended with ${code}`)));
    child.send(rows);
  });
  return {
    environment: {
      ...functionEnvironment,
      AWS_ENDPOINT_URL_DYNAMODB: address(port),
      AWS_ENDPOINT_URL_SECRETS_MANAGER: address(port),
    },
    stop: () => child.disconnect(),
  };
}

const address = (port: unknown) => `http://127.0.0.1:${String(port)}`;

/** What Lambda and our templates give to `api`. */
export const functionEnvironment = {
  AWS_REGION: 'local-1',
  AWS_ACCESS_KEY_ID: 'local',
  AWS_SECRET_ACCESS_KEY: 'local',
  AWS_SESSION_TOKEN: 'local',
  AWS_LAMBDA_FUNCTION_NAME: 'api',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
  BANSHI_SET: 'gulou',
  BANSHI_CITY: 'fuzhou',
  TABLE_NAME: 'cases',
  PARTY_KEY_SECRET_ARN: 'party-key',
  POWERTOOLS_SERVICE_NAME: 'intake',
  POWERTOOLS_LOG_LEVEL: 'INFO',
};

export interface ColdStart {
  importMs: number;
  requestMs: number;
}

/** Starts a bundle in a fresh process and has it answer one request; throws when that fails. */
export async function coldStart(file: string, event: object, environment: Record<string, string>): Promise<ColdStart> {
  const { stderr } = await run(process.execPath, [program, file, JSON.stringify(event)], { env: environment });
  // A failing function writes its own line before.
  const { status, ...times } = told.parse(JSON.parse(stderr.trim().split('\n').at(-1) ?? ''));
  if (status >= 300) throw new Error(`the first request failed with ${status}: ${stderr}`);
  return times;
}
