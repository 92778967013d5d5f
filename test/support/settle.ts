import type { Envelope } from '#events/event';
import { envelope } from '#events/event';
import { queueHandler } from '#shared/queue';
import type { FakeTable } from '#shared/table.fake';
import type { IntakeDeps } from '../../services/intake/deps.ts';
import { subscriptions } from '../../services/intake/subscriptions.ts';
import { sqsEvent } from './sqs-event.ts';

/** Facts that a set takes from others only, as the template has it. */
const ofOthers = new Set(['intake.application-submitted.v1', 'intake.calendar-published.v1']);

/** Brings intake its own facts, as its inbox does, until nothing new comes of them. Throws when one cannot be applied. */
export async function settleFacts(deps: IntakeDeps, facts: () => Promise<readonly Envelope[]>): Promise<void> {
  const consume = queueHandler(subscriptions, deps);
  const taken = new Set(subscriptions.map(({ type }) => type).filter((type) => !ofOthers.has(type)));
  const seen = new Set<string>();
  for (;;) {
    const fresh = (await facts()).filter(({ id, type }) => taken.has(type) && !seen.has(id));
    if (fresh.length === 0) return;
    for (const one of fresh) seen.add(one.id);
    const { batchItemFailures } = await consume(sqsEvent(...fresh));
    if (batchItemFailures.length > 0) throw new Error('a fact could not be applied');
  }
}

/** Every fact in the outbox of a table in memory. */
export function outboxOf(table: FakeTable): Envelope[] {
  const rows = table.rows().filter(({ pk }) => String(pk).startsWith('OUT#'));
  return rows.map(({ event }) => envelope().parse(event)).toSorted((a, b) => a.sequence - b.sequence);
}
