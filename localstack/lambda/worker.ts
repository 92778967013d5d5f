import { existsSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { messageOf } from '../json.ts';
import { failure, type FromWorker, type FunctionSpec, type Outcome, type ToWorker, type WorkerStart } from './spec.ts';

/** One copy of a function: a thread of its own with its own environment and heap limit, one invocation at a time. */
export interface FunctionWorker {
  /** Resolves once the bundle is loaded, or with the failure of its start. */
  ready: Promise<Outcome | undefined>;
  invoke: (message: ToWorker) => Promise<Outcome>;
  alive: () => boolean;
  stop: () => Promise<void>;
  /** Dies at once, whatever it has in hand. */
  kill: () => void;
}

export interface WorkerMeans {
  clock: SharedArrayBuffer;
  environment: Record<string, string>;
  log: (source: 'out' | 'err' | 'platform', text: string) => void;
}

// Lambda gives a start ten seconds of a processor of its own; here many start at once on few.
const initSeconds = 60;
const graceMs = 2000;

const bootstrap = new URL('bootstrap.mjs', import.meta.url);
const compiled = fileURLToPath(new URL('../../dist/compiled', import.meta.url));

function entryOf({ directory, handler }: FunctionSpec): { entry: string; exported: string } {
  const [file = '', exported = ''] = handler.split(/\.(?=[^.]+$)/);
  const found = ['.mjs', '.js', '.cjs']
    .map((ending) => join(directory, file + ending))
    .find((path) => existsSync(path));
  return { entry: pathToFileURL(found ?? join(directory, `${file}.mjs`)).href, exported };
}

function startThread(spec: FunctionSpec, { clock, environment }: WorkerMeans): Worker {
  const { name, arn, memoryMb } = spec;
  const context = { functionName: name, invokedFunctionArn: arn, memoryLimitInMB: String(memoryMb) };
  const workerData: WorkerStart = { clock, ...entryOf(spec), context, compiled };
  return new Worker(bootstrap, {
    name,
    env: environment,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    workerData,
  });
}

/** Starts a copy at once. Its death, of whatever cause, ends the invocation in hand with a failure. */
export function startWorker(spec: FunctionSpec, means: WorkerMeans): FunctionWorker {
  const thread = startThread(spec, means);
  const start = Promise.withResolvers<Outcome | undefined>();
  let settle: ((outcome: Outcome) => void) | undefined;
  let dead: Outcome | undefined;
  let inHand: Promise<unknown> = Promise.resolve();

  const finish = (outcome: Outcome): void => {
    settle?.(outcome);
    settle = undefined;
  };
  const die = (outcome: Outcome): void => {
    dead ??= outcome;
    start.resolve(dead);
    finish(dead);
    void thread.terminate();
  };

  const startTimer = setTimeout(() => die(failure('init', `start took over ${initSeconds} s`)), initSeconds * 1000);
  void start.promise.finally(() => clearTimeout(startTimer));

  thread.on('message', (message: FromWorker) => {
    if (message.kind === 'log') means.log(message.source, message.text);
    else if (message.kind === 'reply') finish({ ok: true, payload: message.payload });
    else if (message.kind === 'failed') finish({ ok: false, why: 'error', ...message });
    else if (message.kind === 'ready') start.resolve(undefined);
    else die({ ok: false, why: 'init', message: message.message, payload: message.payload });
  });
  thread.on('error', (error) => die(deathOf(error, spec)));
  thread.on('exit', (code) => die(failure('exit', `Runtime exited with code ${code}`)));

  return {
    ready: start.promise,
    alive: () => dead === undefined,
    kill: () => die(failure('exit', 'Runtime exited with error: signal: killed')),
    async stop() {
      dead ??= failure('exit', 'the local cloud is stopping');
      await endedOrLate(inHand);
      await thread.terminate();
    },
    invoke(message) {
      if (dead) return Promise.resolve(dead);
      const { promise, resolve } = Promise.withResolvers<Outcome>();
      inHand = promise;
      const timer = setTimeout(() => die(timeOutOf(spec)), spec.timeoutSeconds * 1000);
      settle = (outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      thread.postMessage(message, []);
      return promise;
    },
  };
}

/**
 * What is in hand may end first, for a while: a thread that is cut off while it makes a zlib stream aborts the whole
 * process (Node 24.21, `close before init`), and drawing a document makes many.
 */
async function endedOrLate(work: Promise<unknown>): Promise<void> {
  const late = Promise.withResolvers<void>();
  const timer = setTimeout(late.resolve, graceMs);
  await Promise.race([work, late.promise]);
  clearTimeout(timer);
}

const timeOutOf = ({ timeoutSeconds }: FunctionSpec): Outcome =>
  failure('time-out', `Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);

function deathOf(error: unknown, { memoryMb }: FunctionSpec): Outcome {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return failure('memory', `Runtime exited with error: signal: killed (memory limit ${memoryMb} MB)`);
  }
  return failure('exit', `Runtime exited with error: ${messageOf(error)}`);
}
