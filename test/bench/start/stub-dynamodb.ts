import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The rows that the stub holds, as DynamoDB's JSON. */
export type Rows = { pk: { S: string }; sk: { S: string } }[];

interface Asked {
  TableName?: string;
  Key?: Rows[number];
  RequestItems?: Record<string, { Keys: Rows }>;
}

/**
 * Speaks the DynamoDB protocol: gets find the rows it was given, every write succeeds and changes nothing. It runs in a
 * process of its own and does next to nothing, so that no engine's speed is part of what is measured.
 */
function serve(rows: Rows): void {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify(replyTo(JSON.parse(Buffer.concat(chunks).toString()) as Asked, byKey)));
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
  process.on('disconnect', () => process.exit());
}

function replyTo({ TableName, Key, RequestItems }: Asked, rows: Map<string, object>): object {
  if (Key) return { Item: rows.get(keyOf(Key)), ConsumedCapacity: { TableName, CapacityUnits: 1 } };
  const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries(RequestItems ?? {});
  const found = Keys.flatMap((key) => rows.get(keyOf(key)) ?? []);
  return { Responses: { [name]: found }, ConsumedCapacity: [{ TableName: name, CapacityUnits: 1 }] };
}

const keyOf = ({ pk, sk }: Rows[number]): string => `${pk.S} ${sk.S}`;

process.once('message', (rows: Rows) => serve(rows));
