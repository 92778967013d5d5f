import type { APIGatewayProxyEvent, Context } from 'aws-lambda';
import type { Actor } from '#shared/actor';
import { identityOf } from '../../localstack/apigateway/event.ts';

export interface Request {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  query?: Record<string, string>;
  /** A text is sent as it is, anything else as JSON. */
  body?: unknown;
  /** Who calls; absent: nobody was authenticated. */
  actor?: Actor;
  /** End of the token, in seconds since the epoch; far away unless given. */
  exp?: number;
  requestId?: string;
}

/** A request as API Gateway hands it to a function (REST API, payload 1.0, `/{service}/{proxy+}`). */
export function gatewayEvent(request: Request): APIGatewayProxyEvent {
  const { method = 'GET', path, headers = {}, query, body, actor, exp = 4_000_000_000 } = request;
  const [, service = '', ...proxy] = path.split('/');
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    httpMethod: method,
    path,
    resource: '/{service}/{proxy+}',
    headers: { ...(body !== undefined && { 'Content-Type': 'application/json' }), ...headers },
    multiValueHeaders: {},
    pathParameters: { service, proxy: proxy.join('/') },
    queryStringParameters: query ?? null,
    multiValueQueryStringParameters: null,
    stageVariables: null,
    body: text ?? null,
    isBase64Encoded: false,
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      authorizer: actor ? { actor: JSON.stringify(actor), exp: String(exp) } : {},
      protocol: 'HTTP/1.1',
      httpMethod: method,
      identity: identityOf('192.0.2.1', null),
      path: `/v1${path}`,
      stage: 'v1',
      requestId: request.requestId ?? 'request-1',
      requestTimeEpoch: 0,
      resourceId: 'local',
      resourcePath: '/{service}/{proxy+}',
    },
  };
}

/** The context of an invocation; nothing of ours looks at it. */
export const lambdaContext: Context = {
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'api',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:local-1:000000000000:function:api',
  memoryLimitInMB: '256',
  awsRequestId: 'invocation-1',
  logGroupName: 'api',
  logStreamName: '1',
  getRemainingTimeInMillis: () => 10_000,
  done: () => undefined,
  fail: () => undefined,
  succeed: () => undefined,
};
