import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import * as z from 'zod';
import { listen } from '../../../localstack/server.ts';
import { partyKey, rows, type Rows } from './rows.ts';

const asked = z.object({
  SecretId: z.string().optional(),
  TableName: z.string().optional(),
  Key: rows.element.optional(),
  RequestItems: z.record(z.string(), z.object({ Keys: rows })).default({}),
});

/**
 * Speaks the DynamoDB protocol: gets find the rows it was given, every write succeeds and changes nothing; it knows one secret. It runs in a
 * process of its own and does next to nothing, so that no engine's speed is part of what is measured.
 */
async function serve(held: Rows): Promise<number> {
  const byKey = new Map(held.map((row) => [keyOf(row), row]));
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/x-amz-json-1.0');
    json(request).then(
      (body) => response.end(JSON.stringify(replyTo(asked.parse(body), byKey))),
      () => response.destroy(),
    );
  });
  return listen(server, 0);
}

function replyTo({ SecretId, TableName, Key, RequestItems }: z.infer<typeof asked>, held: Map<string, object>): object {
  if (SecretId) return { SecretString: partyKey };
  // A get finds its row; an update that counts gives the first number.
  const found = Key && { Item: held.get(keyOf(Key)), Attributes: { n: { N: '1' } } };
  if (found) return { ...found, ConsumedCapacity: { TableName, CapacityUnits: 1 } };
  const [[name, { Keys }] = ['', { Keys: [] }]] = Object.entries(RequestItems);
  const several = Keys.flatMap((key) => held.get(keyOf(key)) ?? []);
  return { Responses: { [name]: several }, ConsumedCapacity: [{ TableName: name, CapacityUnits: 1 }] };
}

const keyOf = ({ pk, sk }: Rows[number]): string => `${pk.S} ${sk.S}`;

process.once('message', (message) => void serve(rows.parse(message)).then((port) => process.send?.(port)));
process.on('disconnect', () => process.exit());
