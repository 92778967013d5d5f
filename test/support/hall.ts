import { randomUUID } from 'node:crypto';
import * as z from 'zod';

/** What came back over HTTP. */
export interface Answer {
  status: number;
  headers: Headers;
  /** The JSON body, `{}` where there is none. */
  body: Record<string, unknown>;
}

export interface Options {
  set?: string;
  body?: unknown;
  key?: string;
  ifMatch?: string;
  language?: 'zh-CN' | 'en';
  token?: string;
  headers?: Record<string, string>;
}

/** One account's view of the hall: requests with its bearer token. */
export interface Caller {
  get: (path: string, options?: Options) => Promise<Answer>;
  post: (path: string, body: unknown, options?: Options) => Promise<Answer>;
  put: (path: string, body: unknown, options?: Options) => Promise<Answer>;
}

export interface Hall {
  city: string;
  /** Base of each set, from the public directory. */
  bases: Record<string, string>;
  as: (account: string) => Caller;
  anyone: Caller;
}

const directory = z.object({ items: z.array(z.object({ key: z.string(), base: z.string().nullable() })) });

/** Opens a hall by its city set's base; the other sets are found in its directory. */
export async function openHall(cityBase: string, tokenOf: (account: string) => Promise<string>): Promise<Hall> {
  const city = cityBase.replace(/\/$/, '');
  const { items } = await readDirectory(`${city}/districts`);
  const bases = Object.fromEntries(items.flatMap(({ key, base }) => (base ? [[key, base]] : [])));
  const caller = (token: () => Promise<string | undefined>): Caller => {
    const call = async (method: string, path: string, options: Options): Promise<Answer> => {
      const bearer = options.token ?? (await token());
      return request(`${baseOf(bases, options.set ?? 'gulou')}${path}`, method, {
        ...options,
        ...(bearer && { token: bearer }),
      });
    };
    return {
      get: (path, options = {}) => call('GET', path, options),
      post: (path, body, options = {}) => call('POST', path, { key: randomUUID(), ...options, body }),
      put: (path, body, options = {}) => call('PUT', path, { ...options, body }),
    };
  };
  return { city, bases, as: (account) => caller(() => tokenOf(account)), anyone: caller(async () => undefined) };
}

/** Longer than a function of the tests' clouds is given, which is three times ten seconds and a start. */
const patienceMs = 120_000;

/** Throws one line that names the address: whoever mistypes `BANSHI_URL` must see what was asked. */
async function readDirectory(url: string): Promise<z.infer<typeof directory>> {
  const unreadable = (cause: unknown): never => {
    throw new Error(`${url} does not answer as the directory of a city set; is BANSHI_URL its base, ending in /v1?`, {
      cause,
    });
  };
  const read = async () => (await fetch(url, { signal: AbortSignal.timeout(patienceMs) })).json();
  return read()
    .then((body) => directory.parse(body))
    .catch(unreadable);
}

function baseOf(bases: Record<string, string>, set: string): string {
  const base = bases[set];
  if (!base) throw new Error(`the directory names no base for ${set}`);
  return base;
}

async function request(url: string, method: string, options: Options): Promise<Answer> {
  const { body, key, ifMatch, language, token, headers } = options;
  const reply = await fetch(url, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...(key && { 'Idempotency-Key': key }),
      ...(ifMatch && { 'If-Match': ifMatch }),
      ...(language && { 'Accept-Language': language }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    signal: AbortSignal.timeout(patienceMs),
  });
  const text = await reply.text();
  return {
    status: reply.status,
    headers: reply.headers,
    body: z.record(z.string(), z.unknown()).parse(text ? JSON.parse(text) : {}),
  };
}

// Asking costs the cloud as much as what is waited for, and many ask at once: so each waits longer every time.
const [firstMs, growth, longestMs] = [50, 1.5, 1000];

/** Asks until the answer is as wanted: facts arrive when they arrive. Gives the last answer after a minute and a half. */
export async function eventually(ask: () => Promise<Answer>, wanted: (answer: Answer) => boolean): Promise<Answer> {
  const deadline = Date.now() + 90_000;
  for (let waitMs = firstMs; ; waitMs = Math.min(longestMs, waitMs * growth)) {
    const answer = await ask();
    if (wanted(answer) || Date.now() > deadline) return answer;
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
