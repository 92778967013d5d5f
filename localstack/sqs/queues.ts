import { buildApp } from 'fauxqs';
// The package exports its HTTP server only; the stores behind it are reached by path, so that pollers need no HTTP.
import { S3Store } from '../../node_modules/fauxqs/dist/s3/s3Store.js';
import { SnsStore } from '../../node_modules/fauxqs/dist/sns/snsStore.js';
import { SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import { account, region } from '../place.ts';
import { createHandle } from './queue.ts';
import type { Queue } from './queue.ts';
import { readQueueProperties } from './queue-properties.ts';

/** Every queue of the local cloud. */
export interface Queues {
  /** Where SDK clients of functions send their requests. */
  endpoint: string;
  /** Creates a queue from resolved `AWS::SQS::Queue` properties; its dead-letter queue must exist. */
  create(name: string, properties: unknown): Queue;
  /** The queue of an ARN; throws when there is none. */
  get(arn: string): Queue;
  all(): Queue[];
  stop(): Promise<void>;
}

/**
 * Starts SQS on a free port. Queue URLs have the endpoint's own numeric host, so an SDK client needs no name resolution
 * and no option beside `AWS_ENDPOINT_URL_SQS`.
 */
export async function startQueues(): Promise<Queues> {
  const store = new SqsStore();
  const stores = { sqsStore: store, snsStore: new SnsStore(), s3Store: new S3Store() };
  const app = buildApp({ logger: false, defaultRegion: region, stores });
  const endpoint = await app.listen({ port: 0, host: '127.0.0.1' });
  const queues = new Map<string, Queue>();
  let open = true;

  const get = (arn: string): Queue => {
    const queue = queues.get(arn);
    if (!queue) throw new Error(`No queue has the ARN ${arn}`);
    return queue;
  };
  const create = (name: string, properties: unknown): Queue => {
    const { attributes, deadLetterArn } = readQueueProperties(properties);
    if ((attributes['FifoQueue'] === 'true') !== name.endsWith('.fifo')) {
      throw new Error(`${name}: the name of a FIFO queue, and of no other, ends in .fifo`);
    }
    if (deadLetterArn !== undefined) get(deadLetterArn);
    const arn = `arn:aws:sqs:${region}:${account}:${name}`;
    if (queues.has(arn)) throw new Error(`The queue ${name} exists`);
    const stored = store.createQueue(name, `${endpoint}/${account}/${name}`, arn, attributes);
    const queue = createHandle(stored, store, () => open);
    queues.set(arn, queue);
    return queue;
  };
  const stop = async (): Promise<void> => {
    open = false;
    await app.close();
  };
  return { endpoint, create, get, all: () => [...queues.values()], stop };
}
