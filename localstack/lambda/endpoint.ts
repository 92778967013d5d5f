import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readBody } from '../apigateway/body.ts';
import { listen, stopServer } from '../server.ts';
import { invokeAsynchronously } from './asynchronous.ts';
import type { FunctionPool } from './pool.ts';

/** Lambda's own API for operators' tools: ListFunctions and Invoke. */
export interface LambdaEndpoint {
  endpoint: string;
  stop: () => Promise<void>;
}

export interface LambdaMeans {
  /** Functions by ARN; more may come while the templates are deployed. */
  functions: ReadonlyMap<string, FunctionPool>;
  accessKeyId: string;
}

interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

const pageSize = 50;

const refusal = (status: number, type: string, message: string): Answer => ({
  status,
  headers: { 'x-amzn-errortype': type },
  body: JSON.stringify({ Type: 'User', message }),
});

function list(functions: FunctionPool[], query: URLSearchParams): Answer {
  const start = Number(query.get('Marker') ?? 0);
  const end = start + Math.min(Number(query.get('MaxItems') ?? pageSize), pageSize);
  const Functions = functions.slice(start, end).map(({ name, arn, spec }) => ({
    FunctionName: name,
    FunctionArn: arn,
    Description: spec.description,
    Handler: spec.handler,
    MemorySize: spec.memoryMb,
    Timeout: spec.timeoutSeconds,
  }));
  const NextMarker = end < functions.length ? String(end) : undefined;
  return { status: 200, body: JSON.stringify({ Functions, NextMarker }) };
}

async function invoke(pool: FunctionPool, type: string, body: Buffer): Promise<Answer> {
  const event = body.length === 0 ? '{}' : body.toString('utf8');
  if (type === 'Event') {
    void invokeAsynchronously(pool, event);
    return { status: 202, body: '' };
  }
  if (type !== 'RequestResponse') return refusal(400, 'InvalidParameterValueException', `${type} is not served here`);
  const { ok, payload } = await pool.invoke(event);
  return { status: 200, headers: ok ? {} : { 'x-amz-function-error': 'Unhandled' }, body: payload };
}

async function answer(request: IncomingMessage, { functions, accessKeyId }: LambdaMeans): Promise<Answer> {
  const body = await readBody(request);
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
  // The signature itself is not computed: whoever knows the random key id has read the state directory or is a function.
  if (!request.headers.authorization?.includes(`Credential=${accessKeyId}/`))
    return refusal(403, 'UnrecognizedClientException', 'The security token included in the request is invalid.');
  if (body === 'too large') return refusal(413, 'RequestTooLargeException', 'The payload is too large.');
  const pools = [...functions.values()];
  if (request.method === 'GET' && /^\/2015-03-31\/functions\/?$/.test(pathname)) return list(pools, searchParams);
  const [, encoded] = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/.exec(pathname) ?? [];
  if (request.method !== 'POST' || encoded === undefined)
    return refusal(400, 'UnknownOperationException', 'only ListFunctions and Invoke are served here');
  const wanted = decodeURIComponent(encoded);
  const pool = pools.find(({ name, arn }) => name === wanted || arn === wanted);
  if (!pool) return refusal(404, 'ResourceNotFoundException', `Function not found: ${wanted}`);
  return invoke(pool, String(request.headers['x-amz-invocation-type'] ?? 'RequestResponse'), body);
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-requestid': randomUUID(), ...headers });
  response.end(body);
}

/** Serves ListFunctions and Invoke to the SDK's Lambda client on a free port. */
export async function startLambdaEndpoint(means: LambdaMeans): Promise<LambdaEndpoint> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, means).then(
      (found) => send(response, found),
      () => response.destroy(),
    );
  });
  const port = await listen(server, 0);
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => stopServer(server) };
}
