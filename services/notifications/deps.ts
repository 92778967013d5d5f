import * as z from 'zod';
import { createBus } from '#shared/bus';
import { secretsOf } from '#shared/keyring';
import { replayFrom } from '#shared/mark';
import { partyKeyReader } from '#shared/party-key';
import { once } from '#shared/once';
import { createRuntime } from '#shared/runtime';
import { reach } from './functions/sending/reach.ts';
import { wordsFor } from './functions/sending/words-for.ts';
import type { configuredProviders, Place, Places } from './sending/configured.ts';
import { senderStandings } from './sender-standings.ts';
import { quotaStore } from './stores/quotas.ts';
import type { BatchFiles } from './batch-files.ts';
import { notificationsParts } from './parts.ts';

export type NotificationsDeps = ReturnType<typeof notificationsDeps>;

/** Reads the environment and builds what the functions of notifications work with. */
export function notificationsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  const secret = secretsOf(runtime.now);
  return {
    ...runtime,
    ...notificationsParts(runtime),
    replay: replayFrom(runtime.table),
    codeKey: partyKeyReader(env),
    batchFiles: batchFilesReader(env, runtime.now),
    /** What is agreed with a provider, by `ALIYUN_SECRET_ARN` …; a function that has to do with none has none. */
    providerSecret: async (provider: string) => {
      const arn = env[`${provider.toUpperCase()}_SECRET_ARN`];
      return arn ? secret(arn) : undefined;
    },
  };
}

const batchEnv = once(() => z.object({ BATCH_BUCKET: z.string().min(1) }));

/** The bucket of batches; opened only where one comes, is read or sent. */
function batchFilesReader(env: NodeJS.ProcessEnv, now: () => Date): () => Promise<BatchFiles> {
  return once(async () => {
    const { openBatchFiles } = await import('./batch-files.ts');
    return openBatchFiles(batchEnv().parse(env).BATCH_BUCKET, now);
  });
}

/** So long those who send are left alone before a batch looks again whether they have come on. */
const moment = 250;

/** What reads and sends batches works with. */
export function batchDeps(env: NodeJS.ProcessEnv = process.env) {
  return {
    ...notificationsDeps(env),
    wait: () =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, moment);
      }),
  };
}

/**
 * So long an answer is waited for. Whoever takes messages by HTTP answers in tenths of a second; one that has not in three seconds is
 * stuck, and nine others of its batch and a hand of the sender wait with it. What it has made of the message stays unknown, and is asked
 * about. A mail server checks what it is given before it answers, and cannot be asked.
 */
const [answerMs, mailMs] = [3000, 8000];
/** Shares of providers change once a minute at most: a copy looks so often how they are. */
const sharesForMs = 5000;

const sendEnv = once(() => z.object({ COUNTING_KEY_SECRET_ARN: z.string().min(1) }));

/** What the sender works with; the adapters are handed in by its entry, as `api`, which shares this file, must not reach them. */
export function sendDeps(configured: typeof configuredProviders, env: NodeJS.ProcessEnv = process.env) {
  const deps = notificationsDeps(env);
  const { now, newId, table, editions, standings } = deps;
  const secret = secretsOf(now);
  const newNonce = () => newId().replaceAll('-', '');
  const { COUNTING_KEY_SECRET_ARN } = sendEnv().parse(env);
  return {
    ...deps,
    providers: configured(placesIn(env), { now, newNonce, fetch, timeoutMs: answerMs, mailMs, secret }),
    standings: senderStandings(standings, { now, forMs: sharesForMs }),
    quotas: quotaStore(table, async () => {
      const key = await secret(COUNTING_KEY_SECRET_ARN);
      if (!key) throw new Error('there is no key to count by');
      return key;
    }),
    reach: reach(deps),
    wordsFor: wordsFor(editions),
  };
}

/** Each provider by its variables: `ALIYUN_ADDRESS`, `ALIYUN_SECRET_ARN`. */
function placesIn(env: NodeJS.ProcessEnv): Places {
  const placeOf = (key: string): Place => ({
    base: env[`${key}_ADDRESS`] ?? '',
    secretArn: env[`${key}_SECRET_ARN`] ?? '',
  });
  return {
    aliyun: placeOf('ALIYUN'),
    tencent: placeOf('TENCENT'),
    wechat: placeOf('WECHAT'),
    smtp: placeOf('SMTP'),
  };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('notifications', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
