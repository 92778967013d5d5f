import middy from '@middy/core';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEvent, APIGatewayProxyResult, Context } from 'aws-lambda';
import { Conflict } from '#shared/conflict';
import { messages } from '#shared/locale';
import { errorFields, type Log } from '#shared/log';
import type { Replay } from '#shared/mark';
import type { Meter } from '#shared/meter';
import { languageOf, problemDocument, problems, type Language } from '#shared/problem';
import { correlationOf, headersOf, readRequest, readWith, type Headers } from '#shared/request';
import {
  isRefusal,
  refuse,
  type HttpResponse,
  type ReadWith,
  type Refusal,
  type Route,
  type Unread,
} from '#shared/route';

/** What the wrapper itself needs, besides what the functions need. */
export interface HttpDeps {
  set: string;
  now: () => Date;
  /** Waits a random while after attempt n (from 1), so that racing callers part. */
  pause: (attempt: number) => Promise<void>;
  replay: Replay;
  log: Log;
  meter: Meter;
}

type Handler = (event: APIGatewayProxyEvent, context: Context) => Promise<APIGatewayProxyResult>;

const attempts = 3;
const readers: Record<Language, ReadWith> = { zh: readWith(messages.zh), en: readWith(messages.en) };

/**
 * The `api` function of a service: finds the route, reads the request, runs its function, answers. With `all` the routes
 * are those that a start needs, and the whole table is loaded by the first request that none of them answers.
 */
export function httpHandler<Deps extends HttpDeps>(
  routes: readonly Route<Deps>[],
  deps: Deps,
  all?: () => Promise<readonly Route<Deps>[]>,
): Handler {
  const table = routes.map((route) => {
    const run = route.bind(deps);
    const respond = answering(`${route.method} ${route.path}`, deps, async (event, { now, headers }) => {
      const call = readRequest(route, event, { set: deps.set, now, headers });
      return 'problem' in call ? call : perform(call, run, deps);
    });
    return { method: route.method, path: route.path, handler: respond };
  });
  const elsewhere = all ? byWhole(all, deps) : noneOf(routes, deps);
  return middy<APIGatewayProxyEvent, APIGatewayProxyResult>().handler(
    httpRouter({
      routes: [...table, { method: 'ANY', path: '/{proxy+}', handler: elsewhere }],
      // A path with a line break fits not even the last route.
      notFoundResponse: () => render(refuse(problems.notFound), 'zh'),
    }),
  );
}

/** Answers by the whole table, which is loaded once. */
function byWhole<Deps extends HttpDeps>(all: () => Promise<readonly Route<Deps>[]>, deps: Deps): Handler {
  let whole: Handler | undefined;
  return async (event, context) => {
    whole ??= httpHandler(await all(), deps);
    return whole(event, context);
  };
}

/** Says that there is no such path, or which methods it has. */
function noneOf(routes: readonly Pick<Route<never>, 'method' | 'path'>[], deps: HttpDeps): Handler {
  return answering('no route', deps, async ({ path }) => {
    const methods = routes.filter((route) => pattern(route.path).test(path)).map(({ method }) => method);
    if (methods.length === 0) return refuse(problems.notFound);
    return { ...refuse(problems.methodNotAllowed), headers: { Allow: methods.join(', ') } };
  });
}

function pattern(path: string): RegExp {
  return new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
}

interface Arrival {
  now: Date;
  headers: Headers;
}
type Respond = (event: APIGatewayProxyEvent, arrival: Arrival) => Promise<HttpResponse>;

/** Runs one request, writes its one line, and turns what comes out into a reply of the gateway. */
function answering(route: string, deps: HttpDeps, respond: Respond): Handler {
  return async (event) => {
    const started = deps.now();
    const headers = headersOf(event);
    const correlationId = correlationOf(headers, event.requestContext.requestId);
    const { response, fault } = await settle(() => respond(event, { now: started, headers }));
    const result = render(response, languageOf(headers['accept-language']));
    const failed = result.statusCode >= 500;
    const code = isRefusal(response) ? { code: response.problem.code } : {};
    const ms = deps.now().getTime() - started.getTime();
    deps.log.write(
      failed ? 'error' : 'info',
      { correlationId, route, status: result.statusCode, ...code, ms, ...deps.meter.read(), ...fault },
      failed ? { Requests: 1, Faults: 1 } : { Requests: 1 },
    );
    return { ...result, headers: { ...result.headers, 'X-Correlation-Id': correlationId } };
  };
}

/** The one place where what was thrown becomes a 500; nothing of the error is shown. */
async function settle(work: () => Promise<HttpResponse>) {
  try {
    return { response: await work(), fault: {} };
  } catch (error) {
    return { response: refuse(problems.unexpected), fault: errorFields(error) };
  }
}

type Run = (call: Unread, read: ReadWith) => Promise<HttpResponse>;

/**
 * Runs a function, again when it lost a race. Marks are read only when they can matter: after a lost race on the mark, and
 * before a refusal, which may be what a repeated request looks like once its first try has gone through.
 */
async function perform(call: Unread, run: Run, { pause, replay }: HttpDeps): Promise<HttpResponse> {
  const { mark } = call.cause;
  const earlier = async () => (mark?.kind === 'request' ? replay(mark) : undefined);
  for (let attempt = 1; attempt <= attempts; attempt++) {
    try {
      const response = await run(call, readers[call.language]);
      return isRefusal(response) && isRepeatable(response) ? ((await earlier()) ?? response) : response;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      const replayed = await earlier();
      if (replayed) return replayed;
      if (attempt < attempts) await pause(attempt);
    }
  }
  return { ...refuse(problems.conflict), headers: { 'Retry-After': '1' } };
}

/** Refusals by state, version, person (who has stepped back may no more) or how often it was done; an invalid body or a record out of scope is refused whatever came before. */
function isRepeatable({ problem: { status } }: Refusal): boolean {
  return status === 403 || status === 409 || status === 412 || status === 429;
}

function render(response: HttpResponse, language: Language): APIGatewayProxyResult {
  const refused = isRefusal(response);
  const status = refused ? response.problem.status : response.status;
  const body = refused
    ? { ...problemDocument(response.problem, language, response.errors), ...response.more }
    : response.body;
  const text = refused ? undefined : response.text;
  return {
    statusCode: status,
    headers: {
      'Content-Type': refused ? 'application/problem+json' : 'application/json',
      'Content-Language': language === 'zh' ? 'zh-CN' : 'en',
      'Cache-Control': 'private, no-store',
      // A browser's hall may read these; the gateway answers its preflight.
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'ETag, Location, Idempotent-Replayed, Retry-After, X-Correlation-Id',
      ...response.headers,
    },
    body: text ?? (body === undefined ? '' : JSON.stringify(body)),
  };
}
