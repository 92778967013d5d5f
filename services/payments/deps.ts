import * as z from 'zod';
import { createBus } from '#shared/bus';
import { once } from '#shared/once';
import { createRuntime } from '#shared/runtime';
import { paymentsParts } from './parts.ts';

export type PaymentsDeps = ReturnType<typeof paymentsDeps>;

const channelEnv = once(() => z.object({ SANDBOX: z.enum(['on', 'off']) }));

/** Reads the environment and builds what the functions of payments work with. */
export function paymentsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  return { ...runtime, ...paymentsParts(runtime, { sandbox: channelEnv().parse(env).SANDBOX === 'on' }) };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
