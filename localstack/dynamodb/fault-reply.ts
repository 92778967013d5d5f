import { randomUUID } from 'node:crypto';
import type { DynamoRequest } from './dynamo-request.ts';
import type { Fault } from './faults.ts';

interface Refusal {
  status: number;
  type: string;
  message: string;
  reasons?: { Code: string; Message?: string }[];
}

const conflict = { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' };
const conditionFailed = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };

/** The complete HTTP reply that DynamoDB gives when a request meets this fault; undefined for a lost reply. */
export function replyFor(fault: Fault, request: DynamoRequest): string | undefined {
  if (fault.kind === 'lost-reply') return undefined;
  const { status, type, message, reasons } = refusalOf(fault, request);
  const body = JSON.stringify({
    ['__type']: `com.amazonaws.dynamodb.v20120810#${type}`,
    ...(reasons && { CancellationReasons: reasons }),
    message,
  });
  const head = [
    `HTTP/1.1 ${status} ${status === 400 ? 'Bad Request' : 'Internal Server Error'}`,
    'content-type: application/x-amz-json-1.0',
    `x-amzn-requestid: ${randomUUID()}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

function refusalOf({ kind, table }: Fault, request: DynamoRequest): Refusal {
  const transaction = request.operation.startsWith('Transact');
  if (kind === 'server-error') return { status: 500, type: 'InternalServerError', message: 'Internal server error' };
  if (kind === 'throttled') {
    const message = 'The level of configured provisioned throughput for the table was exceeded.';
    return { status: 400, type: 'ProvisionedThroughputExceededException', message };
  }
  if (kind === 'transaction-conflict') {
    if (transaction) return cancelled(request, conflict, (item) => table === undefined || item.table === table);
    return { status: 400, type: 'TransactionConflictException', message: conflict.Message };
  }
  if (transaction) {
    return cancelled(request, conditionFailed, (item) => item.conditional && (table ?? item.table) === item.table);
  }
  return { status: 400, type: 'ConditionalCheckFailedException', message: conditionFailed.Message };
}

/** One item is at fault: the first that fits, else the first of all; the others are `None`. */
function cancelled(
  { items }: DynamoRequest,
  reason: { Code: string; Message: string },
  isGuilty: (item: DynamoRequest['items'][number]) => boolean,
): Refusal {
  const guilty = Math.max(0, items.findIndex(isGuilty));
  const reasons = items.map((_, index) => (index === guilty ? reason : { Code: 'None' }));
  const codes = reasons.map(({ Code }) => Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return { status: 400, type: 'TransactionCanceledException', message, reasons };
}
