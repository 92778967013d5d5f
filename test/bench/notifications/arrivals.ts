import { randomUUID } from 'node:crypto';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { RefundChangedV1 } from '#events/payments/refund-changed.v1';
import type { Cloud } from '../../../localstack/cloud.ts';
import type { Inside } from '../../support/inside.ts';
import { partyOf } from './parties.ts';

const tickMs = 100;

/** A refund that was approved: one line and one notice to whoever paid. */
function factTo(n: number, at: Date) {
  const refundId = randomUUID();
  return {
    specversion: '1.0',
    id: randomUUID(),
    source: 'banshi/fuzhou/payments',
    type: RefundChangedV1.type,
    subject: refundId,
    time: at.toISOString(),
    datacontenttype: 'application/json',
    sequence: 1,
    district: 'fuzhou',
    correlationId: randomUUID(),
    causationId: 'bench',
    data: { refundId, orderId: randomUUID(), payer: partyOf(n), state: 'approved', amountFen: 100 },
  };
}

/** Puts `perSecond` facts a second on the city's bus for so long, each of another party from the `first` on; gives when each was put. */
export async function arrive(
  { cloud, inside }: { cloud: Cloud; inside: Inside },
  { perSecond, seconds, first = 0 }: { perSecond: number; seconds: number; first?: number },
): Promise<Date[]> {
  const { AWS_ENDPOINT_URL_EVENTBRIDGE: endpoint = '', AWS_REGION: region = '' } = cloud.environment;
  const client = new EventBridgeClient({ endpoint, region, credentials: { accessKeyId: 'x', secretAccessKey: 'x' } });
  const EventBusName = inside.bus('fuzhou-platform');
  const [put, all] = [[] as Date[], perSecond * seconds];
  const began = performance.now();
  while (put.length < all) {
    const wanted = Math.min(all, Math.ceil(((performance.now() - began) / 1000) * perSecond));
    // PutEvents takes ten at most.
    while (put.length < wanted) {
      const [from, at] = [put.length, cloud.clock.now()];
      const facts = Array.from({ length: Math.min(10, wanted - from) }, (_, n) => factTo(first + from + n, at));
      const Entries = facts.map((one) => ({
        Source: 'banshi.payments',
        DetailType: one.type,
        Detail: JSON.stringify(one),
        EventBusName,
      }));
      const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries }));
      if (FailedEntryCount) throw new Error('the bus did not take a fact');
      put.push(...facts.map(() => at));
    }
    await new Promise((resolve) => setTimeout(resolve, tickMs));
  }
  client.destroy();
  return put;
}
