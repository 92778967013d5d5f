import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { Outcome } from '../lambda/spec.ts';
import { type Api, type Match, matchPath, type Method, methodOf } from './api.ts';
import { readBody } from './body.ts';
import { proxyEvent, type ProxyRequest } from './event.ts';
import type { ResponseType } from './gateway-response.ts';
import { readReply, type Reply } from './reply.ts';

export interface StageMeans {
  clock: Clock;
  region: string;
  account: string;
  functionOf: (arn: string) => FunctionPool;
}

/** Answers one request below `/<mount>/<stage>`; `path` is what follows, with its leading slash. */
export type Stage = (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;

const integrationSeconds = 29;

const fromGateway = (api: Api, type: ResponseType, requestId: string): Reply => {
  const { status, headers, body } = api.responses(type, requestId);
  return { status, headers: Object.entries(headers), body };
};

async function withinLimit(outcome: Promise<Outcome>): Promise<Outcome | 'too late'> {
  const { promise, resolve } = Promise.withResolvers<'too late'>();
  const timer = setTimeout(() => resolve('too late'), integrationSeconds * 1000);
  return Promise.race([outcome, promise]).finally(() => clearTimeout(timer));
}

const segmentsOf = (path: string): string[] => {
  const [, ...segments] = path.split('/');
  return segments.at(-1) === '' ? segments.slice(0, -1) : segments;
};

/** Serves one API: route, authorise, invoke, and the gateway's own response when one of these fails. */
export function createStage(api: Api, { clock, region, account, functionOf }: StageMeans): Stage {
  const describe = (request: IncomingMessage, path: string, { node, parameters }: Match): ProxyRequest => {
    const [plain = '', query = ''] = path.split(/\?(.*)/s);
    const httpMethod = request.method ?? 'GET';
    return {
      requestId: randomUUID(),
      httpMethod,
      path: plain,
      resourcePath: node.resourcePath,
      resourceId: node.resourceId,
      apiId: api.id,
      stage: api.stage,
      account,
      methodArn: `arn:aws:execute-api:${region}:${account}:${api.id}/${api.stage}/${httpMethod}${plain}`,
      pathParameters: parameters,
      query: new URLSearchParams(query),
      rawHeaders: request.rawHeaders,
      sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
      protocol: `HTTP/${request.httpVersion}`,
      at: clock.ms(),
    };
  };

  const integrate = async (method: Method, proxied: ProxyRequest, body: Buffer): Promise<Reply | ResponseType> => {
    const decision = await method.authorizer?.(proxied);
    if (decision?.ok === false) return decision.response;
    const { integration } = method;
    if (integration.kind === 'mock') {
      return { status: integration.reply.status, headers: Object.entries(integration.reply.headers), body: '' };
    }
    const event = proxyEvent(proxied, { body, authorizer: decision?.context });
    const outcome = await withinLimit(functionOf(integration.functionArn).invoke(event));
    if (outcome === 'too late') return 'INTEGRATION_TIMEOUT';
    return (outcome.ok ? readReply(outcome.payload) : undefined) ?? 'INTEGRATION_FAILURE';
  };

  return async (request, response, path) => {
    const body = await readBody(request);
    const match = matchPath(api.root, segmentsOf(path.split('?', 1)[0] ?? ''));
    const method = match && methodOf(match.node, request.method ?? '');
    const requestId = randomUUID();
    let answer: Reply | ResponseType = 'MISSING_AUTHENTICATION_TOKEN';
    if (body === 'too large') answer = 'REQUEST_TOO_LARGE';
    else if (match && method) answer = await integrate(method, describe(request, path, match), body);

    const reply = typeof answer === 'string' ? fromGateway(api, answer, requestId) : answer;
    if (body === 'too large') reply.headers.push(['connection', 'close']);
    if (!write(response, reply)) write(response, fromGateway(api, 'INTEGRATION_FAILURE', requestId));
  };
}

/** False when Node refuses the reply, such as a header with a line break in it: the function's fault. */
function write(response: ServerResponse, { status, headers, body }: Reply): boolean {
  try {
    response.statusCode = status;
    response.setHeader('x-amzn-requestid', randomUUID());
    for (const [name, value] of headers) response.setHeader(name, value);
    response.end(body);
    return true;
  } catch {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    return false;
  }
}
