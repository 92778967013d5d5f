import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { listen } from '../server.ts';
import { readRequest } from './dynamo-request.ts';
import type { DynamoRequest } from './dynamo-request.ts';
import { replyFor } from './fault-reply.ts';
import { createFaults } from './faults.ts';
import type { Faults } from './faults.ts';

/** The address that functions call: the engine, with faults on demand. */
export interface DynamoFront {
  endpoint: string;
  faults: Faults;
  stop(): Promise<void>;
}

/** Starts the front on a free port. Bytes pass unread while no fault is set. */
export async function startFront(engine: { endpoint: string }): Promise<DynamoFront> {
  const enginePort = Number(new URL(engine.endpoint).port);
  const faults = createFaults();
  const clients = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    clients.add(client);
    client.once('close', () => clients.delete(client));
    join(client, connect({ port: enginePort, host: '127.0.0.1', noDelay: true }), faults);
  });
  const port = await listen(server, 0);
  const stop = async (): Promise<void> => {
    server.close();
    for (const client of clients) client.destroy();
    await once(server, 'close');
  };
  return { endpoint: `http://127.0.0.1:${port}`, faults, stop };
}

function join(client: Socket, upstream: Socket, faults: Faults): void {
  let begun: Buffer | undefined;
  let loseReply = false;

  const meet = (request: DynamoRequest, bytes: Buffer): void => {
    const fault = faults.take(request);
    const reply = fault && replyFor(fault, request);
    loseReply = fault !== undefined && reply === undefined;
    if (reply === undefined) upstream.write(bytes);
    else client.write(reply);
  };

  client.on('data', (chunk: Buffer) => {
    // A fault may be set while a request is under way; such a request passes, for its beginning is gone.
    if (!begun && !(faults.armed() && startsRequest(chunk))) {
      pass(chunk, client, upstream);
      return;
    }
    const bytes: Buffer = begun ? Buffer.concat([begun, chunk]) : chunk;
    const request = readRequest(bytes);
    begun = request ? undefined : bytes;
    if (request) meet(request, bytes);
  });
  // The engine answers after its commit, so the first byte of a reply means that the request was carried out.
  upstream.on('data', (chunk: Buffer) => (loseReply ? client.destroy() : pass(chunk, upstream, client)));

  for (const [one, other] of [
    [client, upstream],
    [upstream, client],
  ] as const) {
    one.on('error', () => other.destroy());
    one.on('end', () => other.end());
    one.on('close', () => other.destroy());
  }
}

const startsRequest = (chunk: Buffer): boolean => chunk.subarray(0, 5).equals(Buffer.from('POST '));

function pass(chunk: Buffer, from: Socket, to: Socket): void {
  if (to.write(chunk)) return;
  from.pause();
  to.once('drain', () => from.resume());
}
