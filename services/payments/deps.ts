import * as z from 'zod';
import { createBus } from '#shared/bus';
import { once } from '#shared/once';
import { createRuntime } from '#shared/runtime';
import { channelKeys, configuredChannels, merchantsIn, type Place } from './channels/configured.ts';
import { paymentsParts } from './parts.ts';

export type PaymentsDeps = ReturnType<typeof paymentsDeps>;

const channelEnv = once(() =>
  z.object({ SANDBOX: z.enum(['on', 'off']), NOTICE_ADDRESS: z.string(), RETURN_ADDRESS: z.string() }),
);

/** A channel answers well within this time, and `api` must answer after asking it twice. */
const channelTimeoutMs = 4000;
/** For how long keys are trusted that were read: whoever replaces one leaves both in force for longer. */
const keysForMs = 60_000;

/** Reads the environment and builds what the functions of payments work with. */
export function paymentsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  const { SANDBOX, NOTICE_ADDRESS: noticeBase, RETURN_ADDRESS: returnUrl } = channelEnv().parse(env);
  const { now, newId } = runtime;
  const newNonce = () => newId().replaceAll('-', '');
  const world = { noticeBase, returnUrl, now, newNonce, fetch, timeoutMs: channelTimeoutMs, secret: secretsOf(now) };
  const channels = configuredChannels(placesIn(env), world);
  return { ...runtime, ...paymentsParts(runtime, { sandbox: SANDBOX === 'on', channels }) };
}

/** Each channel by its variables: `WECHAT_ADDRESS`, `WECHAT_MERCHANTS`, `WECHAT_SECRET_ARN`. A function that asks none has no secret. */
function placesIn(env: NodeJS.ProcessEnv): Record<string, Place> {
  const places = channelKeys.map((key): [string, Place] => {
    const value = (name: string): string => env[`${key.toUpperCase()}_${name}`] ?? '';
    const secretArn = value('SECRET_ARN');
    return [key, { base: secretArn && value('ADDRESS'), merchants: merchantsIn(value('MERCHANTS')), secretArn }];
  });
  return Object.fromEntries(places);
}

/** Reads secrets on demand, and again after a while. */
function secretsOf(now: () => Date): (arn: string) => Promise<string | undefined> {
  const readers = new Map<string, () => Promise<string | undefined>>();
  return async (arn) => {
    const { renewedSecret } = await import('#shared/secret');
    const read = readers.get(arn) ?? renewedSecret(arn, { now, forMs: keysForMs });
    readers.set(arn, read);
    return read();
  };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('payments', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
