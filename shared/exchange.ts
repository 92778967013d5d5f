/** `fetch`, as far as it is used. */
export type Fetch = (url: URL, request: Asking & { signal: AbortSignal; redirect: 'error' }) => Promise<Response>;

interface Asking {
  method: string;
  headers: Record<string, string>;
  body?: string;
}

export interface ExchangeMeans {
  fetch: Fetch;
  timeoutMs: number;
}

/** What came back from another house; header names are lower case. */
export interface Answer {
  status: number;
  headers: Readonly<Record<string, string | undefined>>;
  bytes: Buffer;
}

/** No answer in time; `reached`: false where the other house cannot have heard of the request. */
export interface Silence {
  silent: unknown;
  reached: boolean;
}

/** Sends a request to another house and gives what came back. Follows no redirection; never throws. */
export async function exchange(
  url: URL,
  request: Asking,
  { fetch, timeoutMs }: ExchangeMeans,
): Promise<Answer | Silence> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...request, signal, redirect: 'error' });
    const bytes = Buffer.from(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes };
  } catch (error) {
    return { silent: error, reached: !neverConnected(error) };
  }
}

const unconnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** `fetch` says why in the cause of its error: where no connection came about, nothing was heard. */
function neverConnected(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && unconnected.has(code);
}

/** JSON of these bytes; undefined where they are none. */
export function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
