import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import * as z from 'zod';
import { readBody } from './apigateway/body.ts';
import type { Mounted } from './apigateway/front.ts';
import type { Faults as DynamoFaults } from './dynamodb/faults.ts';
import type { EventsEndpoint } from './events/endpoint.ts';
import { channelFaults } from './channels/faults.ts';
import type { Channels } from './channels/channels.ts';
import { fileFaults, rowFaults } from './channels/statements/faults.ts';
import { collectorFaults, type Collectors } from './collectors/collectors.ts';
import { providerFaults, providerNames } from './providers/faults.ts';
import type { Providers } from './providers/providers.ts';
import { messageOf, parseObject } from './json.ts';
import { exchangeFaults, type Exchange } from './exchange/exchange.ts';
import type { Scanner } from './scanner/scanner.ts';
import type { QueueFaults } from './mappings/queue-faults.ts';

/** What can be made to go wrong, by service. */
export interface Faults {
  dynamodb: DynamoFaults;
  queues: QueueFaults;
  events: Pick<EventsEndpoint, 'failNext'>;
  scanner: Pick<Scanner, 'failNext'>;
  exchange: Pick<Exchange, 'fail' | 'clear'>;
  channels: Pick<Channels, 'fail' | 'differ' | 'clear'>;
  collectors: Pick<Collectors, 'fail' | 'clear'>;
  providers: Pick<Providers, 'fail' | 'clear'>;
}

const times = z.int().min(1).max(10_000).default(1);

const fault = z.discriminatedUnion('service', [
  z.strictObject({
    service: z.literal('dynamodb'),
    kind: z.enum(['transaction-conflict', 'conditional-conflict', 'lost-reply', 'throttled', 'server-error']),
    times,
    operation: z.string().optional(),
    table: z.string().optional(),
  }),
  z.strictObject({
    service: z.literal('queues'),
    kind: z.enum(['refuse', 'overtake', 'deliver-twice', 'deliver-twice-at-once']),
    queue: z.string(),
    times,
  }),
  z.strictObject({ service: z.literal('events'), times }),
  z.strictObject({ service: z.literal('scanner'), times }),
  z.strictObject({
    service: z.literal('exchange'),
    kind: z.enum(exchangeFaults),
    times,
    register: z.string().optional(),
  }),
  z.strictObject({
    service: z.literal('channels'),
    channel: z.enum(['wechat', 'alipay', 'unionpay']),
    kind: z.enum(channelFaults),
    times,
    path: z.string().optional(),
  }),
  z.strictObject({
    service: z.literal('statements'),
    channel: z.enum(['wechat', 'alipay', 'unionpay']),
    kind: z.enum([...rowFaults, ...fileFaults]),
    times,
    merchant: z.string().optional(),
    day: z.iso.date().optional(),
    number: z.string().optional(),
    byFen: z.int().optional(),
  }),
  z.strictObject({
    service: z.literal('collectors'),
    kind: z.enum(collectorFaults),
    times,
    path: z.string().optional(),
  }),
  z.strictObject({
    service: z.literal('providers'),
    provider: z.enum([...providerNames, 'any']),
    kind: z.enum(providerFaults),
    times,
    share: z.number().min(0).max(100).optional(),
  }),
]);

const move = z.strictObject({ move: z.string() });

/** What the control endpoints may do with a running cloud. */
export interface Controlled {
  port: number;
  clock: { now: () => Date };
  moveClock: (duration: string) => Promise<void>;
  settle: () => Promise<void>;
  faults: Faults;
  counters: () => object;
  sent: () => readonly object[];
  /** Addresses and credentials of the services, for tools that speak to AWS. */
  environment: Record<string, string>;
}

function arm(
  { dynamodb, queues, events, scanner, exchange, channels, collectors, providers }: Faults,
  body: unknown,
): void {
  const given = fault.parse(body);
  if (given.service === 'events') return events.failNext(given.times);
  if (given.service === 'scanner') return scanner.failNext(given.times);
  if (given.service === 'exchange') return exchange.fail(given);
  if (given.service === 'channels') return channels.fail(given);
  if (given.service === 'statements') return channels.differ(given);
  if (given.service === 'collectors') return collectors.fail(given);
  if (given.service === 'providers') return providers.fail(given);
  if (given.service === 'queues') return queues.add(given);
  const { kind, times: count, operation, table } = given;
  return dynamodb.add({ kind, times: count, ...(operation && { operation }), ...(table && { table }) });
}

type Act = (cloud: Controlled, body: unknown) => Promise<object>;

const acts: Record<string, Act> = {
  'GET /_local/clock': async ({ clock }) => ({ now: clock.now().toISOString() }),
  async 'POST /_local/clock'(cloud, body) {
    await cloud.moveClock(move.parse(body).move);
    return { now: cloud.clock.now().toISOString() };
  },
  async 'POST /_local/settle'(cloud) {
    await cloud.settle();
    return { settled: true };
  },
  async 'POST /_local/faults'({ faults }, body) {
    arm(faults, body);
    return { armed: true };
  },
  async 'DELETE /_local/faults'({ faults }) {
    const { dynamodb, queues, exchange, channels, collectors, providers } = faults;
    for (const one of [dynamodb, queues, exchange, channels, collectors, providers]) one.clear();
    return { armed: false };
  },
  'GET /_local/counters': async (cloud) => cloud.counters(),
  // As on the screens of telephones: codes too.
  'GET /_local/sent': async (cloud) => ({ items: cloud.sent() }),
};

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

const sameToken = (given: string, token: string): boolean =>
  given.length === token.length && timingSafeEqual(Buffer.from(given), Buffer.from(token));

async function answer(cloud: Controlled, request: IncomingMessage): Promise<[status: number, body: object]> {
  const body = await readBody(request);
  const act = acts[`${request.method} ${request.url}`];
  if (!act) return [404, { message: `there is only ${Object.keys(acts).join(', ')}` }];
  if (body === 'too large') return [413, { message: 'too large' }];
  try {
    return [200, await act(cloud, parseObject(body.toString('utf8')))];
  } catch (error) {
    return [400, { message: error instanceof z.ZodError ? z.prettifyError(error) : messageOf(error) }];
  }
}

/**
 * Serves clock, settle and faults below `/_local`, for whoever can read the token in the state directory
 * (`cloud.json`, mode 0600). Without a state directory nobody can.
 */
export async function createControl(cloud: Controlled, stateDirectory: string | undefined): Promise<Mounted> {
  const controlToken = randomBytes(32).toString('base64url');
  if (stateDirectory) {
    await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
    const { port, environment } = cloud;
    const state = { port, pid: process.pid, controlToken, environment };
    await writeFile(join(stateDirectory, 'cloud.json'), `${JSON.stringify(state)}\n`, { mode: 0o600 });
  }
  return (request, response) => {
    const given = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    if (!sameToken(given, controlToken)) return send(response, 401, { message: 'the control token is needed' });
    answer(cloud, request).then(
      ([status, body]) => send(response, status, body),
      () => response.destroy(),
    );
  };
}
