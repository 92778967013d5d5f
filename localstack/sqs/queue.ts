import { sendMessage } from '../../node_modules/fauxqs/dist/sqs/actions/sendMessage.js';
import type { SqsQueue, SqsStore } from '../../node_modules/fauxqs/dist/sqs/sqsStore.js';
import type { SqsMessage } from '../../node_modules/fauxqs/dist/sqs/sqsTypes.js';

/** A received message; `attributes` are the system's, such as `ApproximateReceiveCount`. */
export interface Message {
  messageId: string;
  receiptHandle: string;
  body: string;
  md5OfBody: string;
  attributes: Record<string, string>;
  messageAttributes: Record<string, MessageAttribute>;
}

export interface MessageAttribute {
  dataType: string;
  stringValue?: string;
  /** Base64. */
  binaryValue?: string;
}

/** `groupId` and `deduplicationId` are for FIFO queues, `delaySeconds` for the others. */
export interface SendOptions {
  messageAttributes?: Record<string, MessageAttribute>;
  delaySeconds?: number;
  groupId?: string;
  deduplicationId?: string;
}

/** A queue, used in this process; each call costs some microseconds. */
export interface Queue {
  name: string;
  arn: string;
  url: string;
  visibilitySeconds: number;
  /** Returns the message id. Throws on what SQS would refuse, such as a body over the limit. */
  send(body: string, options?: SendOptions): string;
  /** Waits for messages and takes at most `max` (1 to 10); empty only when aborted. One received too often goes to the dead-letter queue instead. */
  receive(max: number, signal: AbortSignal): Promise<Message[]>;
  delete(receiptHandle: string): void;
  /** Makes a received message visible again after some seconds (0: at once). */
  release(receiptHandle: string, delaySeconds: number): void;
  counts(): { ready: number; delayed: number; inflight: number };
  /** The bodies of all messages, received ones included. */
  peek(): string[];
}

/** Wraps an emulator's queue; `isOpen` turns false when the queues stop. */
export function createHandle(queue: SqsQueue, store: SqsStore, isOpen: () => boolean): Queue {
  const { name, arn, url } = queue;
  const wake = pulse(queue);

  return {
    name,
    arn,
    url,
    visibilitySeconds: Number(queue.attributes['VisibilityTimeout']),
    send: (body, options = {}) =>
      sendMessage({ QueueUrl: url, MessageBody: body, ...toInput(options) }, store).MessageId ?? '',
    async receive(max, signal) {
      // Looking and going to sleep happen in one turn, so that no send falls between them.
      while (isOpen() && !signal.aborted) {
        const messages = take(max);
        if (messages.length > 0) return messages;
        await wake(signal);
      }
      return [];
    },
    delete: (receiptHandle) => void queue.deleteMessage(receiptHandle),
    release: (receiptHandle, delaySeconds) => queue.changeVisibility(receiptHandle, delaySeconds),
    counts() {
      const { ready, delayed, inflight } = inspect(queue);
      return { ready: ready.length, delayed: delayed.length, inflight: inflight.length };
    },
    peek() {
      const { ready, delayed, inflight } = inspect(queue);
      return [...ready, ...delayed, ...inflight].map(({ body }) => body);
    },
  };

  function take(max: number): Message[] {
    const received = queue.dequeue(Math.min(max, 10), undefined, (target) => store.getQueueByArn(target));
    return received.flatMap(({ ReceiptHandle }) => {
      const message = queue.inflightMessages.get(ReceiptHandle)?.message;
      return message ? [toMessage(message, ReceiptHandle)] : [];
    });
  }
}

/** One wait of the emulator's is shared by all receivers of a queue; it also sees to delays and visibility time-outs. */
function pulse(queue: SqsQueue): (signal: AbortSignal) => Promise<void> {
  let waiting: Promise<void> | undefined;
  return (signal) => {
    waiting ??= queue.waitForMessages(20).finally(() => {
      waiting = undefined;
    });
    const change = waiting;
    return new Promise((resolve) => {
      const end = (): void => {
        signal.removeEventListener('abort', end);
        resolve();
      };
      signal.addEventListener('abort', end);
      void change.then(end);
    });
  };
}

function inspect(queue: SqsQueue): Record<'ready' | 'delayed' | 'inflight', SqsMessage[]> {
  queue.processTimers();
  const { ready, delayed, inflight } = queue.inspectMessages();
  return { ready, delayed, inflight: inflight.map(({ message }) => message) };
}

function toInput({ messageAttributes = {}, delaySeconds, groupId, deduplicationId }: SendOptions) {
  const entries = Object.entries(messageAttributes).map(([name, { dataType, stringValue, binaryValue }]) => [
    name,
    { DataType: dataType, StringValue: stringValue, BinaryValue: binaryValue },
  ]);
  return {
    MessageAttributes: Object.fromEntries(entries),
    DelaySeconds: delaySeconds,
    MessageGroupId: groupId,
    MessageDeduplicationId: deduplicationId,
  };
}

function toMessage(message: SqsMessage, receiptHandle: string): Message {
  const { messageId, body, md5OfBody } = message;
  const optional = {
    MessageGroupId: message.messageGroupId,
    MessageDeduplicationId: message.messageDeduplicationId,
    SequenceNumber: message.sequenceNumber,
  };
  const attributes = {
    SenderId: 'local',
    SentTimestamp: String(message.sentTimestamp),
    ApproximateReceiveCount: String(message.approximateReceiveCount),
    ApproximateFirstReceiveTimestamp: String(message.approximateFirstReceiveTimestamp),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
  return { messageId, receiptHandle, body, md5OfBody, attributes, messageAttributes: attributesOf(message) };
}

function attributesOf(message: SqsMessage): Record<string, MessageAttribute> {
  const entries = Object.entries(message.messageAttributes);
  return Object.fromEntries(
    entries.map(([name, { DataType, StringValue, BinaryValue }]) => [
      name,
      {
        dataType: DataType,
        ...(StringValue !== undefined && { stringValue: StringValue }),
        ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
      },
    ]),
  );
}
