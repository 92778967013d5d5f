import type { Message, Queue } from '../sqs/queue.ts';
import { failuresIn, type Mapping, type MappingMeans } from './mapping.ts';
import type { QueueFaults } from './queue-faults.ts';

export interface QueueMappingPlan {
  queue: Queue;
  region: string;
  batchSize: number;
  /** Batches in hand at once. */
  concurrency: number;
  /** The function reports which messages of a batch it did not do. */
  partial: boolean;
  faults: QueueFaults;
}

function recordOf({ queue, region }: QueueMappingPlan, message: Message, redelivered: number) {
  const { messageId, receiptHandle, body, md5OfBody, attributes, messageAttributes } = message;
  const count = Number(attributes['ApproximateReceiveCount']) + redelivered;
  return {
    messageId,
    receiptHandle,
    body,
    attributes: redelivered === 0 ? attributes : { ...attributes, ApproximateReceiveCount: String(count) },
    messageAttributes,
    md5OfBody,
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: region,
  };
}

// On AWS a failed message comes back when its visibility time-out ends, minutes later. Nobody should wait for that on a
// laptop, so it comes back at once, and a second later when it goes on failing.
const retrySeconds = ({ attributes }: Message): number => (Number(attributes['ApproximateReceiveCount']) < 4 ? 0 : 1);

type Failed = ReadonlySet<string> | 'all';

/** Delivers batches of one queue: what succeeded is deleted, the rest is received again. */
function createDeliver(
  plan: QueueMappingPlan,
  { pool, activity }: MappingMeans,
): (messages: Message[]) => Promise<void> {
  const { queue, partial, faults } = plan;

  const invoke = async (messages: Message[], redelivered: number): Promise<Failed> => {
    const event = JSON.stringify({ Records: messages.map((message) => recordOf(plan, message, redelivered)) });
    const outcome = await pool.invoke(event);
    if (!partial) return outcome.ok ? new Set() : 'all';
    return failuresIn(outcome, new Set(messages.map(({ messageId }) => messageId)));
  };

  const invokeTwice = async (messages: Message[], when: 'afterwards' | 'at-once'): Promise<Failed> => {
    const first = invoke(messages, 0);
    if (when === 'afterwards') await first;
    const [, second] = await Promise.all([first, invoke(messages, 1)]);
    return second;
  };

  return async (messages) => {
    const end = activity.begin();
    const again = faults.takeDuplicate(queue.name);
    const failed = again ? await invokeTwice(messages, again) : await invoke(messages, 0);
    for (const message of messages) {
      if (failed === 'all' || failed.has(message.messageId))
        queue.release(message.receiptHandle, retrySeconds(message));
      else queue.delete(message.receiptHandle);
    }
    end();
  };
}

/** Feeds a function from a queue as Lambda's pollers do. */
export function startQueueMapping(plan: QueueMappingPlan, means: MappingMeans): Mapping {
  const { queue, batchSize, concurrency } = plan;
  const deliver = createDeliver(plan, means);
  const stopping = new AbortController();
  const inHand = new Set<Promise<void>>();

  const poll = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      if (inHand.size >= concurrency) await Promise.race(inHand);
      const messages = await queue.receive(batchSize, stopping.signal);
      if (messages.length === 0) continue;
      const delivery = deliver(messages);
      inHand.add(delivery);
      void delivery.finally(() => inHand.delete(delivery));
    }
  };

  const polling = poll();
  return {
    source: queue.name,
    pending() {
      const { ready, delayed, inflight } = queue.counts();
      return ready + delayed + inflight;
    },
    // A message that goes on failing ends among the dead letters by itself.
    trouble: () => undefined,
    async stop() {
      stopping.abort();
      await polling;
      await Promise.allSettled(inHand);
    },
  };
}
