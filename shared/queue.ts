import type { SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import { envelope, type Envelope, type EventContract, type Received } from '#events/event';
import { batchHandler, type BatchDeps, type Consume } from '#shared/batch';
import type { Cause } from '#shared/cause';
import { Conflict, retried } from '#shared/conflict';
import type { LogFields } from '#shared/log';
import { once } from '#shared/once';

/** What the wrapper itself needs, besides what the functions need. */
export interface QueueDeps extends BatchDeps {
  service: string;
  set: string;
  pause: (attempt: number) => Promise<void>;
}

/** One line of a consumer's table: a contract and the function that handles its facts. */
export interface Subscription<Deps> {
  type: string;
  name: string;
  bind: (deps: Deps) => (event: Envelope, cause: Cause) => Promise<void>;
}

/** Declares which function handles the facts of a contract; the name is part of the mark and never changes. */
export function on<Deps, Type extends string, Data extends z.ZodObject>(
  contract: EventContract<Type, Data>,
  name: string,
  run: (deps: Deps) => (event: Received<Type, Data>, cause: Cause) => Promise<void>,
): Subscription<Deps> {
  return {
    type: contract.type,
    name,
    bind: (deps) => {
      const handle = run(deps);
      // Unknown fields are dropped; data that does not fit throws and ends in the DLQ.
      return (event, cause) => handle({ ...event, type: contract.type, data: contract.data.parse(event.data) }, cause);
    },
  };
}

const delivery = once(() => z.object({ detail: envelope().extend({ replayFor: z.string().optional() }) }));

/**
 * The `consume` function of a service: each message is handled once by its mark; a failed one alone returns to the queue.
 * Several functions may take the facts of one contract, each with a mark of its own: what one has done stays done when
 * another fails.
 */
export function queueHandler<Deps extends QueueDeps>(
  subscriptions: readonly Subscription<Deps>[],
  deps: Deps,
): Consume {
  const bound = subscriptions.map((one) => ({ type: one.type, name: one.name, run: one.bind(deps) }));
  const table = Map.groupBy(bound, ({ type }) => type);
  return batchHandler(deps, handle);

  async function handle(record: SQSRecord, fields: LogFields): Promise<void> {
    const { replayFor, ...event } = delivery().parse(JSON.parse(record.body)).detail;
    Object.assign(fields, { eventId: event.id, eventType: event.type, correlationId: event.correlationId });
    if (replayFor && replayFor !== deps.service) return;
    const takers = table.get(event.type);
    if (!takers) throw new Error('no subscription for this type of event');
    fields.route = takers.map(({ name }) => name).join(' ');
    const done = await Promise.allSettled(
      takers.map(({ name, run }) => handleOnce(() => run(event, causeOf(event, name, deps)), deps)),
    );
    const failed = done.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
  }
}

/** Runs a handler again when it lost a race; a taken mark means that it was handled before. */
function handleOnce(run: () => Promise<void>, { pause }: QueueDeps): Promise<void> {
  return retried(() => run().catch(unlessHandled), pause);
}

function unlessHandled(error: unknown): void {
  if (!(error instanceof Conflict) || error.on !== 'mark') throw error;
}

function causeOf(event: Envelope, handler: string, { now, service, set }: QueueDeps): Cause {
  return {
    at: now(),
    actor: { sub: `service:${service}`, kind: 'service', partyId: 'none' },
    office: `${set}/${service}`,
    correlationId: event.correlationId,
    causationId: event.id,
    mark: { kind: 'message', key: `${handler}#${event.id}` },
  };
}
