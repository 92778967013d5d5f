import { randomInt } from 'node:crypto';
import * as z from 'zod';
import { createBus } from '#shared/bus';
import { once } from '#shared/once';
import { createRuntime } from '#shared/runtime';
import { intakeParts } from './parts.ts';

export type IntakeDeps = ReturnType<typeof intakeDeps>;

const secretArn = once(() => z.object({ PARTY_KEY_SECRET_ARN: z.string().min(1) }));

/** Reads the environment and builds what intake's functions work with. */
export function intakeDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('intake', env);
  return { ...runtime, ...intakeParts(runtime), newCode, partyKey: partyKeyReader(env) };
}

// Without what is taken for something else when it is read aloud or copied by hand.
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six characters by chance, some 890 million of them: what lets the holder of a receipt look where his case stands. */
function newCode(): string {
  return Array.from({ length: 6 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

/** The city key that turns document numbers into party ids; read once, and only where staff name an applicant. */
function partyKeyReader(env: NodeJS.ProcessEnv): () => Promise<string> {
  let read: (() => Promise<string>) | undefined;
  return async () => {
    const { secretReader } = await import('#shared/secret');
    read ??= secretReader(secretArn().parse(env).PARTY_KEY_SECRET_ARN);
    return read();
  };
}

/** What the publisher works with: the outbox and the bus, nothing of the cases. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('intake', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
