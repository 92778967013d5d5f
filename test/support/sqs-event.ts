import type { SQSEvent, SQSRecord } from 'aws-lambda';

/** A delivery of EventBridge events by SQS; the n-th message has the id `message-<n>`. */
export const sqsEvent = (...details: readonly unknown[]): SQSEvent => ({
  Records: details.map((detail, n) => sqsRecord(`message-${n + 1}`, JSON.stringify({ 'detail-type': 'any', detail }))),
});

/** One message with any text. */
export const sqsRecord = (messageId: string, body: string): SQSRecord => ({
  messageId,
  body,
  receiptHandle: messageId,
  attributes: {
    ApproximateReceiveCount: '1',
    SentTimestamp: '0',
    SenderId: 'events',
    ApproximateFirstReceiveTimestamp: '0',
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: 'arn:aws:sqs:local-1:000000000000:inbox',
  awsRegion: 'local-1',
});
