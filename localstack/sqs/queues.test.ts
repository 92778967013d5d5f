import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startQueues } from './queues.ts';
import type { Queues } from './queues.ts';

let queues: Queues;
beforeAll(async () => {
  queues = await startQueues();
});
afterAll(() => queues.stop());

const forever = new AbortController().signal;

test('a message travels in this process with its system attributes', async () => {
  const queue = queues.create('travels', { VisibilityTimeout: '180' });
  expect(queue.arn).toBe('arn:aws:sqs:local-1:000000000000:travels');
  expect(queue.visibilitySeconds).toBe(180);

  const messageId = queue.send('{"a":1}', { messageAttributes: { kind: { dataType: 'String', stringValue: 'x' } } });
  const [message] = await queue.receive(10, forever);
  expect(message).toMatchObject({
    messageId,
    body: '{"a":1}',
    messageAttributes: { kind: { dataType: 'String', stringValue: 'x' } },
  });
  expect(message?.attributes).toMatchObject({
    ApproximateReceiveCount: '1',
    SentTimestamp: expect.stringMatching(/^\d+$/),
  });
  expect(queue.counts()).toEqual({ ready: 0, delayed: 0, inflight: 1 });

  queue.delete(message!.receiptHandle);
  expect(queue.counts()).toEqual({ ready: 0, delayed: 0, inflight: 0 });
});

test('a waiting receiver wakes up on a send and on its signal', async () => {
  const queue = queues.create('wakes', {});
  const waiting = queue.receive(10, forever);
  queue.send('hello');
  expect((await waiting).map(({ body }) => body)).toEqual(['hello']);

  const stop = new AbortController();
  const stopped = queue.receive(10, stop.signal);
  stop.abort();
  expect(await stopped).toEqual([]);
});

test('a waiting receiver ends when the queues stop', async () => {
  const others = await startQueues();
  const waiting = others.create('stops', {}).receive(10, forever);
  await others.stop();
  expect(await waiting).toEqual([]);
});

test('an aborted receiver takes no message away from the next one', async () => {
  const queue = queues.create('aborted', {});
  const stop = new AbortController();
  const stopped = queue.receive(10, stop.signal);
  stop.abort();
  await stopped;
  queue.send('kept');
  expect(await queue.receive(10, forever)).toHaveLength(1);
});

test('a message is delivered again after its visibility time-out, with a higher count', async () => {
  const queue = queues.create('again', { VisibilityTimeout: 1 });
  queue.send('again');
  await queue.receive(1, forever);
  const [second] = await queue.receive(1, forever);
  expect(second?.attributes['ApproximateReceiveCount']).toBe('2');
});

test('a released message is visible at once, or after its delay', async () => {
  const queue = queues.create('released', { VisibilityTimeout: 600 });
  queue.send('one');
  const [first] = await queue.receive(1, forever);
  queue.release(first!.receiptHandle, 0);
  const [second] = await queue.receive(1, forever);
  queue.release(second!.receiptHandle, 1);
  expect(queue.counts()).toEqual({ ready: 0, delayed: 0, inflight: 1 });
  const [third] = await queue.receive(1, forever);
  expect(third?.attributes['ApproximateReceiveCount']).toBe('3');
});

test('a message received too often goes to the dead-letter queue', async () => {
  const dead = queues.create('dead', {});
  const queue = queues.create('poisoned', { RedrivePolicy: { deadLetterTargetArn: dead.arn, maxReceiveCount: 2 } });
  queue.send('poison');
  for (const [message] of [await queue.receive(1, forever)]) queue.release(message!.receiptHandle, 0);
  for (const [message] of [await queue.receive(1, forever)]) queue.release(message!.receiptHandle, 0);

  const stop = new AbortController();
  const third = queue.receive(1, stop.signal);
  expect(await dead.receive(1, forever)).toMatchObject([{ body: 'poison' }]);
  stop.abort();
  expect(await third).toEqual([]);
  expect(queue.counts()).toEqual({ ready: 0, delayed: 0, inflight: 0 });
  expect(dead.peek()).toEqual(['poison']);
});

test('a delayed message waits', async () => {
  const queue = queues.create('delayed', { DelaySeconds: 1 });
  queue.send('later');
  expect(queue.counts()).toMatchObject({ ready: 0, delayed: 1 });
  expect(await queue.receive(1, forever)).toHaveLength(1);
});

test('a FIFO queue keeps the order of a group and drops a duplicate', async () => {
  const queue = queues.create('orders.fifo', { FifoQueue: true, ContentBasedDeduplication: true });
  for (const body of ['1', '2', '2']) queue.send(body, { groupId: 'g' });
  const [first] = await queue.receive(10, forever);
  expect(queue.counts()).toEqual({ ready: 1, delayed: 0, inflight: 1 });
  queue.delete(first!.receiptHandle);
  expect(await queue.receive(10, forever)).toMatchObject([{ body: '2' }]);
});

test('an unknown property, an unknown dead-letter queue and an unknown ARN are refused by name', () => {
  expect(() => queues.create('odd', { Colour: 'red' })).toThrow('Colour');
  const RedrivePolicy = { deadLetterTargetArn: 'arn:aws:sqs:local-1:000000000000:nowhere', maxReceiveCount: 5 };
  expect(() => queues.create('odd', { RedrivePolicy })).toThrow('nowhere');
  expect(() => queues.get('arn:none')).toThrow('arn:none');
});

test('an SDK client works with the URL alone', async () => {
  const queue = queues.create('sdk', {});
  const client = sdkClient();
  const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'sdk' }));
  expect(QueueUrl).toBe(queue.url);

  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'over HTTP' }));
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 20 }));
  expect(Messages).toMatchObject([{ Body: 'over HTTP' }]);
  await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages![0]!.ReceiptHandle }));
  expect(queue.counts()).toEqual({ ready: 0, delayed: 0, inflight: 0 });
  client.destroy();
});

test('a worker thread reaches a queue with the environment of a function and nothing else', async () => {
  const queue = queues.create('worker', {});
  const script = `const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
    new SQSClient({}).send(new SendMessageCommand({ QueueUrl: process.env.QUEUE_URL, MessageBody: 'from a worker' }));`;
  const env = {
    AWS_REGION: 'local-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SQS: queues.endpoint,
    QUEUE_URL: queue.url,
  };
  const worker = new Worker(script, { eval: true, env });
  expect(await queue.receive(1, forever)).toMatchObject([{ body: 'from a worker' }]);
  await once(worker, 'exit');
});

function sdkClient(): SQSClient {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return new SQSClient({ endpoint: queues.endpoint, region: 'local-1', credentials });
}
