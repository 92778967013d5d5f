import { randomUUID } from 'node:crypto';
import type { Activity } from '../activity.ts';
import type { Clock } from '../clock.ts';
import type { LogLine } from '../logs.ts';
import { failure, type FunctionSpec, type Outcome } from './spec.ts';
import { type FunctionWorker, startWorker } from './worker.ts';

/** One function with as many copies as its load has asked for, up to its maximum. */
export interface FunctionPool {
  name: string;
  arn: string;
  spec: FunctionSpec;
  /** Runs the function with a JSON event. Never rejects: what goes wrong is in the outcome. */
  invoke: (event: string) => Promise<Outcome>;
  /** All copies die at once, whatever they have in hand; the next invocation starts new ones. */
  kill: () => void;
  counters: () => { cold: number; invocations: number; failures: number };
  stop: () => Promise<void>;
}

export interface PoolMeans {
  clock: Clock;
  activity: Activity;
  environment: Record<string, string>;
  log: (line: LogLine) => void;
}

interface Waiting {
  event: string;
  done: (outcome: Outcome) => void;
}

const contextVariables = ({ name, memoryMb, handler, directory }: FunctionSpec): Record<string, string> => ({
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
  AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
  AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
  AWS_LAMBDA_LOG_STREAM_NAME: 'local',
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  LAMBDA_TASK_ROOT: directory,
  NODE_OPTIONS: '',
  TZ: ':UTC',
  _HANDLER: handler,
});

interface State {
  spec: FunctionSpec;
  clock: SharedArrayBuffer;
  environment: Record<string, string>;
  log: (source: LogLine['source'], text: string) => void;
  copies: Set<FunctionWorker>;
  idle: FunctionWorker[];
  waiting: Waiting[];
  counters: { cold: number; invocations: number; failures: number };
  starting: number;
  stopped: boolean;
}

/** A copy may die while idle, of a stray rejection that its last invocation left behind. */
function idleCopy({ idle, copies }: State): FunctionWorker | undefined {
  for (let worker = idle.pop(); worker; worker = idle.pop()) {
    if (worker.alive()) return worker;
    copies.delete(worker);
  }
  return undefined;
}

function pump(state: State): void {
  const { waiting, copies, spec } = state;
  while (waiting.length > 0) {
    const worker = idleCopy(state);
    const next = worker && waiting.shift();
    if (!worker || !next) break;
    void run(state, worker, next);
  }
  if (!state.stopped && waiting.length > state.starting && copies.size < spec.maximum) void grow(state);
}

async function run(state: State, worker: FunctionWorker, { event, done }: Waiting): Promise<void> {
  const deadline = Date.now() + state.spec.timeoutSeconds * 1000;
  const outcome = await worker.invoke({ requestId: randomUUID(), event, deadline });
  if (!outcome.ok) {
    state.counters.failures += 1;
    state.log('platform', outcome.message);
  }
  if (worker.alive()) state.idle.push(worker);
  else state.copies.delete(worker);
  done(outcome);
  pump(state);
}

async function grow(state: State): Promise<void> {
  const { spec, clock, environment, log, copies } = state;
  state.starting += 1;
  state.counters.cold += 1;
  const worker = startWorker(spec, { clock, environment, log });
  copies.add(worker);
  const failed = await worker.ready;
  state.starting -= 1;
  if (!failed) state.idle.push(worker);
  else if (!failed.ok) {
    copies.delete(worker);
    state.counters.failures += 1;
    if (!state.stopped) log('platform', `start failed: ${failed.message}`);
    state.waiting.shift()?.done(failed);
  }
  pump(state);
}

/** A pool starts empty: the first invocation pays for a cold start, as on Lambda. */
export function createPool(spec: FunctionSpec, { clock, activity, environment, log }: PoolMeans): FunctionPool {
  const state: State = {
    spec,
    clock: clock.shared,
    environment: { ...contextVariables(spec), ...environment, ...spec.environment },
    log: (source, text) => log({ function: spec.name, at: clock.ms(), source, text }),
    copies: new Set(),
    idle: [],
    waiting: [],
    counters: { cold: 0, invocations: 0, failures: 0 },
    starting: 0,
    stopped: false,
  };
  const stopping = failure('exit', 'the local cloud is stopping');

  return {
    name: spec.name,
    arn: spec.arn,
    spec,
    counters: () => ({ ...state.counters }),
    invoke(event) {
      if (state.stopped) return Promise.resolve(stopping);
      const end = activity.begin();
      state.counters.invocations += 1;
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      state.waiting.push({ event, done: resolve });
      pump(state);
      return promise.finally(end);
    },
    kill() {
      for (const worker of state.copies) worker.kill();
    },
    async stop() {
      state.stopped = true;
      await Promise.all([...state.copies].map((worker) => worker.stop()));
      for (const { done } of state.waiting.splice(0)) done(stopping);
    },
  };
}
