import { createBus } from '#shared/bus';
import { replayFrom } from '#shared/mark';
import { partyKeyReader } from '#shared/party-key';
import { createRuntime } from '#shared/runtime';
import { notificationsParts } from './parts.ts';

export type NotificationsDeps = ReturnType<typeof notificationsDeps>;

/** Reads the environment and builds what the functions of notifications work with. */
export function notificationsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  return {
    ...runtime,
    ...notificationsParts(runtime),
    replay: replayFrom(runtime.table),
    codeKey: partyKeyReader(env),
  };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
