/** One function as its template describes it. */
export interface FunctionSpec {
  name: string;
  arn: string;
  description?: string | undefined;
  /** The folder of the bundle. */
  directory: string;
  /** `file.export`, such as `index.handler`. */
  handler: string;
  environment: Record<string, string>;
  memoryMb: number;
  timeoutSeconds: number;
  /** The most copies that may run at once. */
  maximum: number;
  /** Takes an event whose asynchronous invocations have all failed. */
  deadLetter?: ((event: string, attributes: Record<string, string>) => void) | undefined;
}

/** What an invocation came to. `payload` is the JSON the function returned, or Lambda's error object. */
export type Outcome =
  | { ok: true; payload: string }
  | { ok: false; why: 'error' | 'init' | 'time-out' | 'memory' | 'exit'; message: string; payload: string };

export const failure = (why: 'error' | 'init' | 'time-out' | 'memory' | 'exit', message: string): Outcome => ({
  ok: false,
  why,
  message,
  payload: JSON.stringify({ errorType: `Local.${why}`, errorMessage: message }),
});

/** What the worker is told once, at its start. */
export interface WorkerStart {
  clock: SharedArrayBuffer;
  /** The bundle's URL and the name of its exported handler. */
  entry: string;
  exported: string;
  context: { functionName: string; invokedFunctionArn: string; memoryLimitInMB: string };
  /** The folder in which V8's compiled code is kept from one thread to the next. */
  compiled: string;
}

export interface ToWorker {
  requestId: string;
  event: string;
  /** Milliseconds since the epoch in real time, by which the function must have answered. */
  deadline: number;
}

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'init-failed'; message: string; payload: string }
  | { kind: 'log'; source: 'out' | 'err'; text: string }
  | { kind: 'reply'; payload: string }
  | { kind: 'failed'; message: string; payload: string };
