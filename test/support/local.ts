import * as z from 'zod';
import type { Cloud } from '../../localstack/cloud.ts';
import { moveRunningClock } from '../../localstack/clock-command.ts';
import type { RunningCloud } from '../../localstack/running.ts';

type ChannelFault = Parameters<Cloud['faults']['channels']['fail']>[0];
type ProviderFault = Parameters<Cloud['faults']['providers']['fail']>[0];
type Differing = Parameters<Cloud['faults']['channels']['differ']>[0];

/** What can be done with a local cloud besides asking it over HTTP as everybody does. */
export interface Local {
  /** What comes next at a channel goes wrong so. */
  fail: (fault: ChannelFault) => Promise<void>;
  /** What comes next at a provider of messages goes wrong so. */
  failProvider: (fault: ProviderFault) => Promise<void>;
  /** What the providers have sent to telephones and mailboxes. */
  sent: () => Promise<SentMessage[]>;
  /** The statement that a channel writes of a day differs so from what was paid. */
  differ: (wish: Differing) => Promise<void>;
  /** What time it is there. */
  now: () => Promise<Date>;
  /** Time passes there: `+1m`. */
  pass: (duration: string) => Promise<void>;
}

/** One that this process runs. */
export const localOf = (cloud: Cloud): Local => ({
  fail: async (fault) => cloud.faults.channels.fail(fault),
  failProvider: async (fault) => cloud.faults.providers.fail(fault),
  sent: async () => sentMessages.parse({ items: cloud.sent() }).items,
  differ: async (wish) => cloud.faults.channels.differ(wish),
  now: async () => cloud.clock.now(),
  pass: cloud.moveClock,
});

const refusal = z.object({ message: z.string() }).partial();
const clock = z.object({ now: z.coerce.date() });
const sentMessage = z.object({
  provider: z.string(),
  reference: z.string(),
  to: z.string(),
  values: z.union([z.record(z.string(), z.string()), z.array(z.string())]),
});
const sentMessages = z.object({ items: z.array(sentMessage) });
export type SentMessage = z.infer<typeof sentMessage>;

/** One that another process runs on this machine, by the token in its state directory. */
export const localAt = (running: RunningCloud, stateDirectory: string): Local => ({
  fail: (fault) => arm(running, { service: 'channels', ...fault }),
  failProvider: (fault) => arm(running, { service: 'providers', ...fault }),
  sent: async () => sentMessages.parse(await read(running, 'sent')).items,
  differ: (wish) => arm(running, { service: 'statements', ...wish }),
  now: async () => clock.parse(await read(running, 'clock')).now,
  pass: async (duration) => void (await moveRunningClock(duration, stateDirectory)),
});

async function read({ port, controlToken }: RunningCloud, what: string): Promise<unknown> {
  const headers = { authorization: `Bearer ${controlToken}` };
  return (await fetch(`http://127.0.0.1:${port}/_local/${what}`, { headers })).json();
}

async function arm({ port, controlToken }: RunningCloud, fault: object): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/_local/faults`, {
    method: 'POST',
    headers: { authorization: `Bearer ${controlToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!response.ok) throw new Error(refusal.parse(await response.json()).message ?? 'the local cloud refused a fault');
}
