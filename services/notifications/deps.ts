import { createBus } from '#shared/bus';
import { replayFrom } from '#shared/mark';
import { createRuntime } from '#shared/runtime';
import { partyStore } from '#shared/merged-parties';
import { postInboxStore } from './post-store.ts';
import { inboxStore } from './store.ts';

export type NotificationsDeps = ReturnType<typeof notificationsDeps>;

/** Reads the environment and builds what the functions of notifications work with. */
export function notificationsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  const { table } = runtime;
  const stores = { inbox: inboxStore(table), parties: partyStore(table), postInbox: postInboxStore(table) };
  return { ...runtime, ...stores, replay: replayFrom(table) };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
