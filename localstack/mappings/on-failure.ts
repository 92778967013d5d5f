import type { DynamoDBRecord } from 'aws-lambda';
import { randomUUID } from 'node:crypto';
import type { GivenUp } from './stream-delivery.ts';

const createdAt = ({ dynamodb }: DynamoDBRecord): string =>
  new Date((dynamodb?.ApproximateCreationDateTime ?? 0) * 1000).toISOString();

/** What Lambda sends to a stream mapping's on-failure destination: where the records are, not the records. */
export function onFailureBody(lost: GivenUp, { functionArn, now }: { functionArn: string; now: Date }): string {
  const { records, condition, attempts, outcome } = lost;
  const [first] = records;
  const last = records.at(-1);
  if (!first || !last) throw new Error('nothing was given up');
  return JSON.stringify({
    requestContext: { requestId: randomUUID(), functionArn, condition, approximateInvokeCount: attempts },
    responseContext: {
      statusCode: 200,
      executedVersion: '$LATEST',
      functionError: outcome.ok ? null : 'Unhandled',
    },
    version: '1.0',
    timestamp: now.toISOString(),
    DDBStreamBatchInfo: {
      shardId: 'shardId-00000000000000000000-local',
      startSequenceNumber: first.dynamodb?.SequenceNumber,
      endSequenceNumber: last.dynamodb?.SequenceNumber,
      approximateArrivalOfFirstRecord: createdAt(first),
      approximateArrivalOfLastRecord: createdAt(last),
      batchSize: records.length,
      streamArn: first.eventSourceARN,
    },
  });
}
