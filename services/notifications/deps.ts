import { createBus } from '#shared/bus';
import { replayFrom } from '#shared/mark';
import { createRuntime } from '#shared/runtime';
import { postInboxStore } from './post-store.ts';
import { inboxStore } from './store.ts';

export type NotificationsDeps = ReturnType<typeof notificationsDeps>;

/** Reads the environment and builds what the functions of notifications work with. */
export function notificationsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  const { table } = runtime;
  return { ...runtime, inbox: inboxStore(table), postInbox: postInboxStore(table), replay: replayFrom(table) };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
