import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { type Activity, createActivity } from '../activity.ts';
import { type Channels, startChannels } from '../channels/channels.ts';
import { type Clock, createClock } from '../clock.ts';
import { providerNames } from '../providers/faults.ts';
import { type Providers, startProviders } from '../providers/providers.ts';
import { type Collectors, startCollectors } from '../collectors/collectors.ts';
import { type Exchange, startExchange } from '../exchange/exchange.ts';
import { type Engine, startEngine } from '../dynamodb/engine.ts';
import { type DynamoFront, startFront } from '../dynamodb/front.ts';
import { type Buses, createBuses } from '../events/bus.ts';
import { type EventsEndpoint, startEventsEndpoint } from '../events/endpoint.ts';
import { createScheduler } from '../events/scheduler.ts';
import type { LogLine } from '../logs.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { createQueueFaults } from '../mappings/queue-faults.ts';
import { account, region } from '../place.ts';
import type { BucketEvent } from '../s3/event.ts';
import { type Buckets, startBuckets } from '../s3/front.ts';
import { type LambdaEndpoint, startLambdaEndpoint } from '../lambda/endpoint.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import { type Scanner, startScanner } from '../scanner/scanner.ts';
import { type Secrets, startSecrets } from '../secrets/secrets.ts';
import { settle } from '../settle.ts';
import { type Queues, startQueues } from '../sqs/queues.ts';
import type { Parts } from './parts.ts';

export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/** Anything that was started and must be stopped, the latest first. */
export type Stops = (() => Promise<void>)[];

const randomCredentials = (): Credentials => ({
  accessKeyId: `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
  secretAccessKey: randomBytes(30).toString('base64'),
  sessionToken: randomBytes(48).toString('base64'),
});

interface Endpoints {
  dynamo: DynamoFront;
  queues: Queues;
  buckets: Buckets;
  events: EventsEndpoint;
  secrets: Secrets;
  lambda: LambdaEndpoint;
  scanner: Scanner;
  exchange: Exchange;
  channels: Channels;
  collectors: Collectors;
  providers: Providers;
}

const environmentOf = (credentials: Credentials, { dynamo, queues, buckets, events, secrets, lambda }: Endpoints) => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  AWS_SESSION_TOKEN: credentials.sessionToken,
  AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
  AWS_ENDPOINT_URL_EVENTBRIDGE: events.endpoint,
  AWS_ENDPOINT_URL_LAMBDA: lambda.endpoint,
  AWS_ENDPOINT_URL_S3: buckets.endpoint,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.endpoint,
  AWS_ENDPOINT_URL_SQS: queues.endpoint,
});

/** Started parts and what the functions and the caller need of them. */
export interface Started {
  parts: Parts;
  dynamo: DynamoFront;
  events: EventsEndpoint;
  scanner: Scanner;
  exchange: Exchange;
  channels: Channels;
  collectors: Collectors;
  providers: Providers;
  credentials: Credentials;
}

export interface StartOptions {
  directory: string | undefined;
  begins?: Date | undefined;
  /** A database to begin with a copy of. */
  database?: string | undefined;
  copies: number;
  patience: number;
  log: (line: LogLine) => void;
  /** Filled as parts start, so that a failure half way can be undone. */
  stops: Stops;
}

interface EndpointMeans {
  clock: Clock;
  activity: Activity;
  credentials: Credentials;
  buses: Buses;
  functions: ReadonlyMap<string, FunctionPool>;
}

async function startEndpoints(
  { clock, activity, credentials, buses, functions }: EndpointMeans,
  { directory = tmpdir(), database, stops }: StartOptions,
): Promise<Endpoints & { engine: Engine }> {
  const started = async <Part extends { stop: () => Promise<void> }>(part: Promise<Part>): Promise<Part> => {
    const done = await part;
    stops.push(() => done.stop());
    return done;
  };
  const notify = ({ source, resources, detail, ...event }: BucketEvent): void =>
    void buses.put('default', { source, detailType: event['detail-type'], detail: JSON.stringify(detail), resources });

  const [engine, queues, buckets, events, secrets, lambda, scanner] = await Promise.all([
    started(startEngine({ directory, database })),
    started(startQueues()),
    started(startBuckets({ clock, credentials, notify })),
    started(startEventsEndpoint(buses)),
    started(startSecrets()),
    started(startLambdaEndpoint({ functions, accessKeyId: credentials.accessKeyId })),
    started(startScanner()),
  ]);
  const [dynamo, exchange, channels, collectors, providers] = await Promise.all([
    started(startFront(engine)),
    started(startExchange(keysFrom(secrets, clock))),
    started(startChannels({ now: clock.now, begin: activity.begin })),
    started(startCollectors({ now: clock.now, key: () => secrets.textOf(/fuzhou-payments-CollectorsKey/) })),
    started(startProviders({ now: clock.now, begin: activity.begin })),
  ]);
  // As the operator puts in the keys that a channel has given him.
  for (const one of ['wechat', 'alipay', 'unionpay'] as const) {
    secrets.fill(new RegExp(`fuzhou-payments-Channels${one}`, 'i'), () => channels.secretOf(one));
  }
  for (const one of providerNames) {
    secrets.fill(new RegExp(`fuzhou-notifications-Senders${one}`, 'i'), async () => providers.secretOf(one));
  }
  return {
    engine,
    queues,
    buckets,
    events,
    secrets,
    lambda,
    scanner,
    exchange,
    channels,
    collectors,
    providers,
    dynamo,
  };
}

/** What the exchange shares with the functions: they are made with the stacks, anew at each start. */
const keysFrom = (secrets: Secrets, { now }: Clock) => ({
  now,
  signingKey: () => secrets.textOf(/fuzhou-materials-SharingKey/),
  partyKey: () => secrets.textOf(/fuzhou-platform-PartyKey/),
});

/** Starts everything that resources are made with. Rejects with the first part that cannot start. */
export async function startParts(options: StartOptions): Promise<Started> {
  const { log, copies, patience, stops, begins } = options;
  const clock = createClock(begins);
  const activity = createActivity();
  const platformLog = (text: string): void => log({ function: 'platform', at: clock.ms(), source: 'platform', text });
  const buses = createBuses({ clock, region, account, activity, log: platformLog });
  const credentials = randomCredentials();
  const functions = new Map<string, FunctionPool>();
  const endpoints = await startEndpoints({ clock, activity, credentials, buses, functions }, options);
  const mappings: Mapping[] = [];
  const scheduler = createScheduler(clock, () => settle({ activity, mappings }, 'leave'));
  stops.push(async () => scheduler.stop());

  const { engine, queues, buckets, secrets, dynamo, events, scanner, exchange, channels, collectors, providers } =
    endpoints;
  const parts = {
    region,
    account,
    clock,
    activity,
    engine,
    queues,
    buckets,
    secrets,
    buses,
    scheduler,
    log,
    copies,
    patience,
    mappings,
    queueFaults: createQueueFaults(),
    environment: environmentOf(credentials, endpoints),
    tables: new Map(),
    functions,
  };
  return { parts, dynamo, events, scanner, exchange, channels, collectors, providers, credentials };
}
