import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import * as z from 'zod';
import type { Envelope } from '#events/event';
import type { Meter } from '#shared/meter';
import { once } from '#shared/once';

/** What is put on a bus: a fact, or one that is sent again for one consumer only. */
export type Outgoing = Envelope & { replayFor?: string };

export interface Bus {
  /** Puts up to `busBatch` facts; gives the place of the first that the bus did not take. Throws when the call fails. */
  put(events: readonly Outgoing[]): Promise<number | undefined>;
}

/** PutEvents takes ten entries and 256 KB a call; a fact is at most 8 KB, so ten always fit. */
export const busBatch = 10;

/** The bus of a client; every entry of every reply is looked at. */
export function openBus(client: Pick<EventBridgeClient, 'send'>, EventBusName: string): Bus {
  return {
    async put(events) {
      const Entries = events.map((event) => ({
        Source: `banshi.${event.type.slice(0, event.type.indexOf('.'))}`,
        DetailType: event.type,
        Detail: JSON.stringify(event),
        EventBusName,
      }));
      const reply = await client.send(new PutEventsCommand({ Entries }));
      // What the reply does not say was taken may be lost.
      const first = Entries.findIndex((_, n) => !reply.Entries?.[n]?.EventId);
      return first === -1 ? undefined : first;
    },
  };
}

const env = once(() => z.object({ BUS_NAME: z.string().min(1) }));

/** The set's own bus, named by the function's environment. */
export function createBus(variables: NodeJS.ProcessEnv, meter: Meter): Bus {
  const client = new EventBridgeClient({ cacheMiddleware: true });
  meter.watch(client);
  return openBus(client, env().parse(variables).BUS_NAME);
}
