import { join } from 'node:path';
import { addressesOf } from './addresses.ts';
import { startFront as startGateway } from './apigateway/front.ts';
import { createApiRegistry } from './apigateway/registry.ts';
import { createStage } from './apigateway/stage.ts';
import type { Clock } from './clock.ts';
import { durationMs } from './clock.ts';
import { countersOf, type Counters } from './counters.ts';
import { createControl, type Faults } from './control.ts';
import type { LogLine } from './logs.ts';
import { createLogs } from './logs.ts';
import { type IssuerPart, startIssuer } from './issuer-part.ts';
import type { Outcome } from './lambda/spec.ts';
import { dataProviders } from './provision/data.ts';
import { functionProviders } from './provision/functions.ts';
import { mappingProviders } from './provision/mappings.ts';
import { functionOf, type Parts } from './provision/parts.ts';
import type { Posted } from './providers/box.ts';
import { ruleProviders } from './provision/rules.ts';
import { type Started, startParts, type Stops } from './provision/start-parts.ts';
import { settle } from './settle.ts';
import type { Queue } from './sqs/queue.ts';
import { readAssembly } from './template/assembly.ts';
import { deploy, type Resource } from './template/deploy.ts';

export interface CloudOptions {
  /** 0 asks for any free port. */
  port: number;
  /** Directory of the synthesised templates (`cdk.out`). */
  templates: string;
  /** Parameters of the stacks, over those of the local issuer. */
  parameters?: Record<string, string>;
  /** Where logs, the issuer's key and the control token are written; nowhere unless given. */
  stateDirectory?: string;
  /** A database that `saveDatabase` wrote: the cloud begins with a copy of it, and without what is not in tables. */
  database?: string | undefined;
  /** The most copies of one function, 4 unless given. */
  copies?: number;
  /** Time-outs of functions are so many times as long, 1 unless given: Lambda's count a processor of its own, on a crowded machine many share one. */
  patience?: number;
  begins?: Date; // what time it is there when it starts, where that is to come
  log?: (line: LogLine) => void;
}

/** A running local cloud. */
export interface Cloud {
  port: number;
  /** Every set with an API, in the order of the templates. */
  sets: string[];
  /** The address of a set's API, without a slash at its end. */
  base: (set: string) => string;
  clock: Clock;
  /** Moves the clock by `+5d`, `+3h` …, stopping and draining at every due schedule. */
  moveClock: (duration: string) => Promise<void>;
  /** Resolves when nothing is in hand; rejects when what is left goes on failing. */
  settle: () => Promise<void>;
  faults: Faults;
  /** A queue by its name or a part of it that no other has. */
  queue: (name: string) => Queue;
  /** Invokes a function by its name or a part of it that no other has, such as `gulou-intake-IntakeTick`. */
  invoke: (name: string, payload: unknown) => Promise<Outcome>;
  /** All copies of a function die at once, as when a machine is lost. */
  kill: (name: string) => void;
  /** What the providers of messages have sent. */
  sent: () => readonly Posted[];
  logs: () => LogLine[];
  token: (account: string) => Promise<string>;
  counters: () => Counters;
  resources: Resource[];
  /** Writes all tables as they are now into a file that is not there yet. */
  saveDatabase: (file: string) => void;
  /** Addresses and credentials of the services, as the functions get them. */
  environment: Record<string, string>;
  /** Settles with one line when a part dies that should not. */
  failed: Promise<string>;
  stop: () => Promise<void>;
}

const mountOf = (stackId: string): string => stackId.replace(/-gateway$/, '');

function only<Item extends { name: string }>(items: Item[], name: string): Item {
  const exact = items.filter((item) => item.name === name);
  const found = exact.length > 0 ? exact : items.filter((item) => item.name.includes(name));
  const [first] = found;
  if (!first || found.length > 1) {
    throw new Error(
      `${found.length} are named ${name}: ${(first ? found : items).map((item) => item.name).join(', ')}`,
    );
  }
  return first;
}

async function stopAll(stops: Stops): Promise<void> {
  for (const stop of stops.splice(0).toReversed()) await stop();
}

async function provision({ parts }: Started, options: CloudOptions & { defaults: Record<string, string> }) {
  const { region, account, clock } = parts;
  const registry = createApiRegistry({ clock, mountOf, functionOf: (arn) => functionOf(parts, arn) });
  const providers = {
    ...dataProviders(parts),
    ...functionProviders(parts),
    ...mappingProviders(parts),
    ...ruleProviders(parts),
    ...registry.providers,
  };
  const parameters = { ...options.defaults, ...options.parameters };
  const place = { region, account, parameters };
  const resources = await deploy(readAssembly(options.templates), place, new Map(Object.entries(providers)));
  return { resources, apis: registry.apis() };
}

async function stopWork({ functions, mappings }: Parts): Promise<void> {
  const stopping = mappings.map((mapping) => mapping.stop());
  await Promise.all([...functions.values()].map((pool) => pool.stop()));
  await Promise.all(stopping);
}

/** Runs the synthesised templates. Rejects with one clear error and leaves nothing behind when it cannot. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const stops: Stops = [];
  try {
    return await start(options, stops);
  } catch (error) {
    await stopAll(stops);
    throw error;
  }
}

async function start(options: CloudOptions, stops: Stops): Promise<Cloud> {
  const { stateDirectory: directory, database, begins, copies = 4, patience = 1 } = options;
  const gateway = await startGateway(options.port);
  stops.push(() => gateway.stop());
  const logs = createLogs(directory && join(directory, 'logs'), options.log);
  stops.push(() => logs.stop());
  const started = await startParts({ directory, database, begins, copies, patience, log: logs.write, stops });
  const { parts } = started;
  const issuer = await startIssuer({ port: gateway.port, clock: parts.clock, stateDirectory: directory });
  stops.push(() => stopWork(parts));
  const { resources, apis } = await provision(started, {
    ...options,
    defaults: { ...issuer.parameters, ...addressesOf(started, gateway.port) },
  });
  const means = { ...parts, functionOf: (arn: string) => functionOf(parts, arn) };
  for (const api of apis) gateway.serve(`/${api.mount}/${api.stage}`, createStage(api, means));
  gateway.mount('issuer', issuer.handle);

  const cloud = assemble(started, { issuer, resources, stops, port: gateway.port, logs: logs.lines });
  const complete = { ...cloud, sets: apis.map(({ mount }) => mount) };
  gateway.mount('_local', await createControl(complete, directory));
  parts.scheduler.start();
  return complete;
}

interface Assembly {
  issuer: IssuerPart;
  resources: Resource[];
  stops: Stops;
  port: number;
  logs: () => LogLine[];
}

function assemble(
  { parts, dynamo, events, scanner, exchange, channels, collectors, providers }: Started,
  { issuer, resources, stops, port, logs }: Assembly,
) {
  const { clock, scheduler, queues, queueFaults, functions, engine } = parts;
  let stopping: Promise<void> | undefined;
  const failed = engine.exited.then((how) => (stopping ? new Promise<string>(() => {}) : `the local DynamoDB ${how}`));

  return {
    port,
    clock,
    resources,
    logs,
    environment: parts.environment,
    saveDatabase: (file: string) => engine.records.copyTo(file),
    failed,
    faults: {
      dynamodb: dynamo.faults,
      queues: queueFaults,
      events,
      scanner,
      exchange,
      channels,
      collectors,
      providers,
    },
    sent: providers.box,
    base: (set: string) => `http://localhost:${port}/${set}/v1`,
    moveClock: async (duration: string) => scheduler.move(durationMs(duration)),
    settle: () => settle(parts, 'try-again'),
    queue: (name: string) => only(queues.all(), name),
    invoke: (name: string, payload: unknown) => only([...functions.values()], name).invoke(JSON.stringify(payload)),
    kill: (name: string) => only([...functions.values()], name).kill(),
    token: issuer.token,
    counters: () => countersOf(parts),
    stop: () => (stopping ??= stopAll(stops)),
  };
}
