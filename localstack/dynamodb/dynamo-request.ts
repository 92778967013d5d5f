import * as z from 'zod';
import { parseJson } from '../json.ts';

/** A request as far as a fault needs to know it. */
export interface DynamoRequest {
  operation: string;
  /** One per item of a transaction, one per table of a batch, else one. */
  items: { table: string; conditional: boolean }[];
}

const target = z.object({ TableName: z.string(), ConditionExpression: z.string().optional() });
const bodySchema = z.object({
  TableName: z.string().optional(),
  ConditionExpression: z.string().optional(),
  TransactItems: z.array(z.record(z.string(), target)).optional(),
  RequestItems: z.record(z.string(), z.unknown()).optional(),
});

/** Reads a complete HTTP request of the DynamoDB protocol; undefined while bytes are missing. */
export function readRequest(bytes: Buffer): DynamoRequest | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.subarray(0, end).toString('latin1');
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (bytes.length < end + 4 + length) return undefined;

  const operation = /^x-amz-target: *DynamoDB_\d+\.(\w+)/im.exec(head)?.[1] ?? '';
  return { operation, items: itemsOf(bytes.subarray(end + 4).toString()) };
}

function itemsOf(json: string): DynamoRequest['items'] {
  const parsed = bodySchema.safeParse(parseJson(json));
  if (!parsed.success) return [];
  const { TableName, ConditionExpression, TransactItems, RequestItems } = parsed.data;
  const targets = (TransactItems ?? []).flatMap((item) => Object.values(item));
  if (TableName !== undefined) targets.push({ TableName, ConditionExpression });
  return [
    ...targets.map((item) => ({ table: item.TableName, conditional: item.ConditionExpression !== undefined })),
    ...Object.keys(RequestItems ?? {}).map((table) => ({ table, conditional: false })),
  ];
}
