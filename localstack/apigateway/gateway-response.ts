import * as z from 'zod';

/** Gateway responses by type: status and default message as API Gateway has them. */
const builtIn = {
  ACCESS_DENIED: [403, 'User is not authorized to access this resource'],
  API_CONFIGURATION_ERROR: [500, 'Internal server error'],
  AUTHORIZER_CONFIGURATION_ERROR: [500, 'Internal server error'],
  AUTHORIZER_FAILURE: [500, 'Internal server error'],
  BAD_REQUEST_BODY: [400, 'Invalid request body'],
  BAD_REQUEST_PARAMETERS: [400, 'Invalid request parameters'],
  DEFAULT_4XX: [400, 'Bad request'],
  DEFAULT_5XX: [502, 'Internal server error'],
  EXPIRED_TOKEN: [403, 'The security token included in the request is expired'],
  INTEGRATION_FAILURE: [502, 'Internal server error'],
  INTEGRATION_TIMEOUT: [504, 'Endpoint request timed out'],
  INVALID_API_KEY: [403, 'Forbidden'],
  INVALID_SIGNATURE: [403, 'The request signature we calculated does not match the signature you provided'],
  MISSING_AUTHENTICATION_TOKEN: [403, 'Missing Authentication Token'],
  QUOTA_EXCEEDED: [429, 'Limit Exceeded'],
  REQUEST_TOO_LARGE: [413, 'HTTP content length exceeded 10485760 bytes.'],
  RESOURCE_NOT_FOUND: [404, 'Not Found'],
  THROTTLED: [429, 'Too Many Requests'],
  UNAUTHORIZED: [401, 'Unauthorized'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Unsupported Media Type'],
  WAF_FILTERED: [403, 'Forbidden'],
} as const satisfies Record<string, readonly [number, string]>;

export type ResponseType = keyof typeof builtIn;

const isResponseType = (name: string): name is ResponseType => name in builtIn;

export interface PlainResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Definition {
  status: number | undefined;
  headers: Record<string, string>;
  contentType: string;
  template: string;
}

/** Answers for one API what the gateway itself says. */
export type GatewayResponses = (type: ResponseType, requestId: string) => PlainResponse;

export const gatewayResponseProperties = z.strictObject({
  RestApiId: z.string(),
  ResponseType: z.string().refine(isResponseType, 'unknown response type'),
  StatusCode: z.coerce.number().optional(),
  ResponseParameters: z.record(z.string(), z.string()).default({}),
  ResponseTemplates: z.record(z.string(), z.string()).default({}),
});

export type GatewayResponseProperties = z.infer<typeof gatewayResponseProperties>;

/** `'text'` in a mapping is a constant; anything else would need the request and is not supported. */
export function constant(mapping: string): string {
  const [, text] = /^'(.*)'$/s.exec(mapping) ?? [];
  if (text === undefined) throw new Error(`only constants in quotes are supported, found ${mapping}`);
  return text;
}

/** Names of headers and their constants, from `<prefix><name>: 'value'`. */
export function constantHeaders(parameters: Record<string, string>, prefix: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      if (!name.startsWith(prefix)) throw new Error(`only ${prefix}* is supported, found ${name}`);
      return [name.slice(prefix.length).toLowerCase(), constant(value)];
    }),
  );
}

const variables = new Set(['error.message', 'error.messageString', 'error.responseType', 'requestId']);

function checkTemplate(template: string): void {
  const used = [...template.matchAll(/\$context\.([\w.]+)/g)].map(([, name = '']) => name);
  const unknown = used.find((name) => !variables.has(name));
  if (unknown) throw new Error(`$context.${unknown} is not supported in a response template`);
  if (/#(set|if|foreach)\b|\$input|\$util/.test(template))
    throw new Error('only $context is supported in a response template');
}

function definitionOf({ StatusCode, ResponseParameters, ResponseTemplates }: GatewayResponseProperties): Definition {
  const [[contentType, template] = ['application/json', defaultTemplate]] = Object.entries(ResponseTemplates);
  checkTemplate(template);
  const headers = constantHeaders(ResponseParameters, 'gatewayresponse.header.');
  return { status: StatusCode, headers, contentType, template };
}

const defaultTemplate = '{"message":$context.error.messageString}';

/** Prepares an API's own responses; a type without one falls back to DEFAULT_4XX or DEFAULT_5XX as on AWS. */
export function createGatewayResponses(defined: GatewayResponseProperties[]): GatewayResponses {
  const definitions = new Map(defined.map((each) => [each.ResponseType, definitionOf(each)]));

  return (type, requestId) => {
    const [builtInStatus, message] = builtIn[type];
    const fallback = builtInStatus < 500 ? 'DEFAULT_4XX' : 'DEFAULT_5XX';
    const { status, headers, contentType, template } = definitions.get(type) ??
      definitions.get(fallback) ?? {
        status: undefined,
        headers: {},
        contentType: 'application/json',
        template: defaultTemplate,
      };
    const values: Record<string, string> = {
      'error.message': message,
      'error.messageString': JSON.stringify(message),
      'error.responseType': type,
      requestId,
    };
    return {
      status: status ?? builtInStatus,
      headers: { 'content-type': contentType, 'x-amzn-errortype': type, ...headers },
      body: template.replaceAll(/\$context\.([\w.]+)/g, (_, name: string) => values[name] ?? ''),
    };
  };
}
