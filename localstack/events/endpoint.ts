import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { parseJson } from '../json.ts';
import { listen, stopServer } from '../server.ts';
import type { Buses, PutResult } from './bus.ts';

const request = z.object({
  Entries: z
    .array(
      z.object({
        Source: z.string().default(''),
        DetailType: z.string().default(''),
        Detail: z.string().default('{}'),
        EventBusName: z.string().default('default'),
        Resources: z.array(z.string()).default([]),
        Time: z.number().optional(),
      }),
    )
    .min(1)
    .max(10),
});

export interface EventsEndpoint {
  endpoint: string;
  /** The next puts fail for the caller as if EventBridge were throttling, this many entries. */
  failNext: (entries: number) => void;
  stop: () => Promise<void>;
}

const replyOf = (result: PutResult): Record<string, string> =>
  'eventId' in result
    ? { EventId: result.eventId }
    : { ErrorCode: result.errorCode, ErrorMessage: result.errorMessage };

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/x-amz-json-1.1');
  response.setHeader('x-amzn-requestid', randomUUID());
  response.end(JSON.stringify(body));
}

/** Serves PutEvents to the SDK's EventBridge client (AWS JSON 1.1). */
export async function startEventsEndpoint(buses: Buses): Promise<EventsEndpoint> {
  let failing = 0;

  const put = (entry: z.infer<typeof request>['Entries'][number]): PutResult => {
    if (failing > 0) {
      failing -= 1;
      return { errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded' };
    }
    return buses.put(entry.EventBusName, {
      source: entry.Source,
      detailType: entry.DetailType,
      detail: entry.Detail,
      resources: entry.Resources,
      ...(entry.Time !== undefined && { time: new Date(entry.Time * 1000) }),
    });
  };

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const operation = incoming.headers['x-amz-target'];
    const text = await readText(incoming);
    if (operation !== 'AWSEvents.PutEvents') {
      return send(response, 400, { __type: 'UnknownOperationException', message: `only PutEvents is served here` });
    }
    const read = request.safeParse(parseJson(text));
    if (!read.success)
      return send(response, 400, { __type: 'ValidationException', message: z.prettifyError(read.error) });
    const results = read.data.Entries.map(put);
    const failed = results.filter((result) => 'errorCode' in result).length;
    send(response, 200, { FailedEntryCount: failed, Entries: results.map(replyOf) });
  };

  const server = createServer({ keepAliveTimeout: 60_000 }, (incoming, response) => {
    answer(incoming, response).catch(() => response.destroy());
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    failNext(entries) {
      failing += entries;
    },
    stop: () => stopServer(server),
  };
}
