/** A request on its way through the gateway, before and after it is let through. */
export interface ProxyRequest {
  requestId: string;
  httpMethod: string;
  /** The path below the stage, still percent-encoded, such as `/intake/applications`. */
  path: string;
  resourcePath: string;
  resourceId: string;
  apiId: string;
  stage: string;
  account: string;
  methodArn: string;
  pathParameters: Record<string, string>;
  query: URLSearchParams;
  /** Names and values in turn, as they came. */
  rawHeaders: string[];
  sourceIp: string;
  protocol: string;
  /** Milliseconds since the epoch on the local clock. */
  at: number;
}

/** The first header of that name in any case. */
export function headerOf({ rawHeaders }: ProxyRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.toLowerCase() === wanted) return rawHeaders[index + 1];
  }
  return undefined;
}

type Single = Record<string, string>;
type Multiple = Record<string, string[]>;

function grouped(pairs: Iterable<readonly [string, string]>): { single: Single | null; multiple: Multiple | null } {
  const single = new Map<string, string>();
  const multiple = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    single.set(name, value);
    const values = multiple.get(name);
    if (values) values.push(value);
    else multiple.set(name, [value]);
  }
  if (single.size === 0) return { single: null, multiple: null };
  return { single: Object.fromEntries(single), multiple: Object.fromEntries(multiple) };
}

function* headerPairs({ rawHeaders, sourceIp }: ProxyRequest): Generator<readonly [string, string]> {
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    yield [rawHeaders[index] ?? '', rawHeaders[index + 1] ?? ''];
  }
  yield ['X-Forwarded-For', sourceIp];
  yield ['X-Forwarded-Proto', 'http'];
}

/** Who calls, as the gateway tells it where AWS's own ways of signing in are not used: an address and a program. */
export const identityOf = (sourceIp: string, userAgent: string | null) => ({
  accessKey: null,
  accountId: null,
  apiKey: null,
  apiKeyId: null,
  caller: null,
  clientCert: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp,
  user: null,
  userAgent,
  userArn: null,
});

function eventFields(request: ProxyRequest, authorizer: Record<string, string> | undefined) {
  const headers = grouped(headerPairs(request));
  const query = grouped(request.query);
  return {
    resource: request.resourcePath,
    path: request.path,
    httpMethod: request.httpMethod,
    headers: headers.single,
    multiValueHeaders: headers.multiple,
    queryStringParameters: query.single,
    multiValueQueryStringParameters: query.multiple,
    pathParameters: Object.keys(request.pathParameters).length > 0 ? request.pathParameters : null,
    stageVariables: null,
    requestContext: {
      accountId: request.account,
      apiId: request.apiId,
      authorizer,
      domainName: headerOf(request, 'Host') ?? 'localhost',
      domainPrefix: request.apiId,
      httpMethod: request.httpMethod,
      identity: identityOf(request.sourceIp, headerOf(request, 'User-Agent') ?? null),
      path: `/${request.stage}${request.path}`,
      protocol: request.protocol,
      requestId: request.requestId,
      requestTime: new Date(request.at).toUTCString(),
      requestTimeEpoch: request.at,
      resourceId: request.resourceId,
      resourcePath: request.resourcePath,
      stage: request.stage,
    },
  };
}

/** The event of a proxy integration, format 1.0, as JSON. */
export function proxyEvent(
  request: ProxyRequest,
  { body, authorizer }: { body: Buffer; authorizer: Record<string, string> | undefined },
): string {
  const text = body.length === 0 ? null : body.toString('utf8');
  return JSON.stringify({ ...eventFields(request, authorizer), body: text, isBase64Encoded: false });
}

/** The event of a Lambda authorizer of either type, as JSON. */
export function authorizerEvent(request: ProxyRequest, type: 'TOKEN' | 'REQUEST', token: string): string {
  const { methodArn } = request;
  if (type === 'TOKEN') return JSON.stringify({ type, methodArn, authorizationToken: token });
  return JSON.stringify({ type, methodArn, ...eventFields(request, undefined) });
}
