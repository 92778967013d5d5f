import { createBus } from '#shared/bus';
import { partyKeyReader } from '#shared/party-key';
import { createRuntime } from '#shared/runtime';
import { agencyParts } from './parts.ts';

export type AgencyDeps = ReturnType<typeof agencyDeps>;

/** Reads the environment and builds what the functions of agency work with. */
export function agencyDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('agency', env);
  return { ...runtime, ...agencyParts(runtime), partyKey: partyKeyReader(env) };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('agency', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
