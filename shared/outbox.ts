import type { Cause } from '#shared/cause';
import type { Envelope, Fact } from '#events/event';
import { replayWindowDays } from '#shared/replay-window';
import { ifAbsent, type Write } from '#shared/table';

/** Who publishes: the service and the set it runs in, with its source of ids. */
export interface Publisher {
  service: string;
  district: string;
  newId: () => string;
}

/** The aggregate whose change the facts tell of. */
export interface Subject {
  id: string;
  version: number;
}

/** The outbox rows of a change, one for each fact, to be written in the change's own transaction. */
export function outboxWrites(
  publisher: Publisher,
  subject: Subject,
  { facts, cause }: { facts: readonly Fact[]; cause: Cause },
): Write[] {
  return facts.map((fact) => {
    const event = envelopeOf(publisher, subject, { fact, cause });
    return {
      put: {
        pk: outboxPartition(event.time.slice(0, 10), event.id.slice(0, 1)),
        sk: event.id,
        schema: 1,
        event,
        expiresAt: expiry(cause.at),
      },
    };
  });
}

/** `OUT#<date>#<0-f>`: sixteen shards a day, so that no partition is hot and a replay reads days. */
export function outboxPartition(date: string, shard: string): string {
  return `OUT#${date}#${shard}`;
}

function envelopeOf(publisher: Publisher, subject: Subject, { fact, cause }: { fact: Fact; cause: Cause }): Envelope {
  return {
    specversion: '1.0',
    id: publisher.newId(),
    source: `banshi/${publisher.district}/${publisher.service}`,
    type: fact.type,
    subject: subject.id,
    time: cause.at.toISOString(),
    datacontenttype: 'application/json',
    sequence: subject.version,
    district: publisher.district,
    ...(fact.toDistrict && { toDistrict: fact.toDistrict }),
    correlationId: cause.correlationId,
    causationId: cause.causationId,
    data: fact.data,
  };
}

/** The mark that makes a change happen once; empty where the change needs none. It goes first in the transaction. */
export function markWrites({ mark, reply, at }: Cause): Write[] {
  if (!mark) return [];
  if (mark.kind === 'message') {
    return [{ put: { pk: `MARK#${mark.key}`, sk: 'MARK', schema: 1, expiresAt: expiry(at) }, when: ifAbsent }];
  }
  if (!reply) throw new Error('a request that takes a mark must set its reply before it saves');
  const kept = JSON.stringify(reply);
  if (Buffer.byteLength(kept) > 8192)
    throw new Error('the reply of an act is kept with its mark and must stay under 8 KB');
  return [{ put: { pk: mark.key, sk: 'MARK', schema: 1, requestHash: mark.requestHash, reply: kept }, when: ifAbsent }];
}

function expiry(at: Date): number {
  return Math.floor(at.getTime() / 1000) + replayWindowDays * 86_400;
}
