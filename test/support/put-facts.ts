import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { expect } from 'vitest';
import type { Envelope } from '#events/event';
import type { Cloud } from '../../localstack/cloud.ts';
import type { Inside } from './inside.ts';

type Put = (...facts: (Envelope | { type: string; district: string })[]) => Promise<void>;

/** Puts facts on the bus of a set of a local cloud, as a publisher does, and waits until all have been heard. */
export function busOf(cloud: Cloud, inside: Pick<Inside, 'bus'>, set = 'gulou'): Put {
  const { AWS_ENDPOINT_URL_EVENTBRIDGE: endpoint = '', AWS_REGION: region = '' } = cloud.environment;
  return async (...facts) => {
    const client = new EventBridgeClient({ endpoint, region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
    const EventBusName = inside.bus(`${set}-platform`);
    const Entries = facts.map((fact) => ({
      Source: `banshi.${fact.type.split('.')[0]}`,
      DetailType: fact.type,
      Detail: JSON.stringify(fact),
      EventBusName,
    }));
    const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
    expect(FailedEntryCount).toBe(0);
    client.destroy();
    await cloud.settle();
  };
}
