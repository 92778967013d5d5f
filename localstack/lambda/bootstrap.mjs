// @ts-check
// Runs inside each worker thread, before the bundle: what the Lambda runtime does around a handler.
// It imports nothing but Node's own modules, so that a cold start measures the bundle and not the local cloud; and it is plain
// JavaScript, because Node's reader of TypeScript would cost each thread as much again as all else of its start.
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

/** @import { FromWorker, ToWorker, WorkerStart } from './spec.ts' */
/** @typedef {(event: unknown, context: unknown) => unknown} Handler */

/** @type {WorkerStart} */
const { clock, entry, exported, context, compiled } = workerData;

/** @param {FromWorker} message */
const send = (message) => parentPort?.postMessage(message, []);

/** A function sees the local clock. The prototype stays the real one, so `instanceof Date` holds for every date. */
function patchDate() {
  const RealDate = Date;
  const offset = new Float64Array(clock);
  const now = () => RealDate.now() + (offset[0] ?? 0);

  /** @param {unknown[]} given */
  function LocalDate(...given) {
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

/**
 * Lines go out as they are written: a function that is killed later has still said what it said.
 * @param {NodeJS.WriteStream} stream
 * @param {'out' | 'err'} source
 */
function captureOutput(stream, source) {
  const decoder = new TextDecoder();
  /**
   * @param {Uint8Array | string} chunk
   * @param {unknown[]} rest
   */
  stream.write = (chunk, ...rest) => {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk);
    send({ kind: 'log', source, text: text.endsWith('\n') ? text.slice(0, -1) : text });
    for (const done of rest) if (typeof done === 'function') queueMicrotask(() => done());
    return true;
  };
}

/** @param {unknown} error */
function describe(error) {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  const trace = (stack ?? '').split('\n');
  return { message, payload: JSON.stringify({ errorType: name, errorMessage: message, trace }) };
}

/**
 * @param {unknown} value
 * @returns {value is Handler}
 */
const isHandler = (value) => typeof value === 'function';

/** @returns {Promise<Handler>} */
async function load() {
  /** @type {Record<string, unknown>} */
  const bundle = await import(entry);
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

/**
 * @param {Handler} handler
 * @param {ToWorker} message
 * @returns {Promise<FromWorker>}
 */
async function answer(handler, { requestId, event, deadline }) {
  try {
    /** @type {unknown} */
    const result = await handler(JSON.parse(event), {
      ...fixedContext,
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => Math.max(0, deadline - realNow()),
    });
    return { kind: 'reply', payload: JSON.stringify(result) ?? 'null' };
  } catch (error) {
    return { kind: 'failed', ...describe(error) };
  }
}

let hasServed = false;

/**
 * What the first answer has needed is compiled by then: it is kept for the next thread.
 * @param {Handler} handler
 * @param {ToWorker} message
 */
async function serve(handler, message) {
  send(await answer(handler, message));
  if (!hasServed) flushCompileCache();
  hasServed = true;
}

async function start() {
  enableCompileCache(compiled);
  patchDate();
  captureOutput(process.stdout, 'out');
  captureOutput(process.stderr, 'err');
  try {
    const handler = await load();
    parentPort?.on('message', (/** @type {ToWorker} */ message) => void serve(handler, message));
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'init-failed', ...describe(error) });
  }
}

await start();
