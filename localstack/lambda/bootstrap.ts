// Runs inside each worker thread, before the bundle: what the Lambda runtime does around a handler.
// It imports nothing but Node's own modules, so that a cold start measures the bundle and not the local cloud.
import { parentPort, workerData } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerStart } from './spec.ts';

const { clock, entry, exported, context }: WorkerStart = workerData;
const send = (message: FromWorker): void => parentPort?.postMessage(message, []);

/** A function sees the local clock. The prototype stays the real one, so `instanceof Date` holds for every date. */
function patchDate(): void {
  const RealDate = Date;
  const offset = new Float64Array(clock);
  const now = (): number => RealDate.now() + (offset[0] ?? 0);

  function LocalDate(...given: unknown[]): unknown {
    if (!new.target) return new RealDate(now()).toString();
    const target = new.target === LocalDate ? RealDate : new.target;
    return Reflect.construct(RealDate, given.length === 0 ? [now()] : given, target);
  }
  Object.defineProperty(LocalDate, 'length', { value: 7 });
  Object.defineProperty(LocalDate, 'name', { value: 'Date' });
  LocalDate.prototype = RealDate.prototype;
  Object.assign(LocalDate, { now, parse: RealDate.parse, UTC: RealDate.UTC });
  Object.defineProperty(RealDate.prototype, 'constructor', { value: LocalDate, writable: true, configurable: true });
  Object.defineProperty(globalThis, 'Date', { value: LocalDate, writable: true, configurable: true });
}

/** Lines go out as they are written: a function that is killed later has still said what it said. */
function captureOutput(stream: NodeJS.WriteStream, source: 'out' | 'err'): void {
  const decoder = new TextDecoder();
  stream.write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk);
    send({ kind: 'log', source, text: text.endsWith('\n') ? text.slice(0, -1) : text });
    for (const done of rest) if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  };
}

function describe(error: unknown): { message: string; payload: string } {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = (stack ?? '').split('\n');
  return { message, payload: JSON.stringify({ errorType: name, errorMessage: message, trace }) };
}

type Handler = (event: unknown, context: unknown) => unknown;

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

async function load(): Promise<Handler> {
  const bundle: Record<string, unknown> = await import(entry);
  const handler = bundle[exported];
  if (!isHandler(handler)) throw new Error(`${exported} is undefined or not exported`);
  return handler;
}

const fixedContext = {
  ...context,
  functionVersion: '$LATEST',
  callbackWaitsForEmptyEventLoop: true,
  logGroupName: `/aws/lambda/${context.functionName}`,
  logStreamName: 'local',
};

const realNow = Date.now;

async function answer(handler: Handler, { requestId, event, deadline }: ToWorker): Promise<FromWorker> {
  try {
    const result: unknown = await handler(JSON.parse(event), {
      ...fixedContext,
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
    });
    return { kind: 'reply', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'failed', ...describe(error) };
  }
}

async function start(): Promise<void> {
  patchDate();
  captureOutput(process.stdout, 'out');
  captureOutput(process.stderr, 'err');
  try {
    const handler = await load();
    parentPort?.on('message', (message: ToWorker) => void answer(handler, message).then(send));
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'init-failed', ...describe(error) });
  }
}

await start();
