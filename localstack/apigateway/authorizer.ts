import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { FunctionPool } from '../lambda/pool.ts';
import type { ProxyRequest } from './event.ts';
import { authorizerEvent, headerOf } from './event.ts';
import type { ResponseType } from './gateway-response.ts';
import { allows, type Grant, readGrant } from './policy.ts';

/** Lets a caller through with a context for the function, or says which gateway response is due. */
export type Authorizer = (request: ProxyRequest) => Promise<Decision>;

export type Decision = { ok: true; context: Record<string, string> } | { ok: false; response: ResponseType };

export const authorizerProperties = z.strictObject({
  RestApiId: z.string(),
  Name: z.string(),
  Type: z.enum(['TOKEN', 'REQUEST']),
  AuthorizerUri: z.string(),
  IdentitySource: z.string().default('method.request.header.Authorization'),
  IdentityValidationExpression: z.string().optional(),
  AuthorizerResultTtlInSeconds: z.coerce.number().int().min(0).max(3600).default(300),
});

export interface AuthorizerMeans {
  clock: Clock;
  invoke: FunctionPool['invoke'];
}

const most = 10_000;

function identityReader(source: string): (request: ProxyRequest) => string | undefined {
  const [, place, name = ''] = /^method\.request\.(header|querystring)\.(.+)$/.exec(source.trim()) ?? [];
  if (!place) throw new Error(`the identity source ${source} is not supported`);
  return place === 'header' ? (request) => headerOf(request, name) : (request) => request.query.get(name) ?? undefined;
}

/** The cache holds a grant by token until its time has passed on the local clock, in the order of arrival. */
function createCache(clock: Clock, ttlSeconds: number) {
  const grants = new Map<string, { grant: Grant; until: number }>();
  return {
    get(key: string): Grant | undefined {
      const found = grants.get(key);
      if (found && found.until > clock.ms()) return found.grant;
      grants.delete(key);
      return undefined;
    },
    put(key: string, grant: Grant): void {
      if (ttlSeconds === 0) return;
      const [oldest] = grants.keys();
      if (grants.size >= most && oldest !== undefined) grants.delete(oldest);
      grants.set(key, { grant, until: clock.ms() + ttlSeconds * 1000 });
    },
  };
}

/** Prepares one authorizer of a template. Grants are cached by identity, and checked for each method anew. */
export function createAuthorizer(
  properties: z.infer<typeof authorizerProperties>,
  { clock, invoke }: AuthorizerMeans,
): Authorizer {
  const { Type, IdentitySource, IdentityValidationExpression: expression } = properties;
  const identities = IdentitySource.split(',').map(identityReader);
  const valid = expression === undefined ? undefined : new RegExp(`^(?:${expression})$`);
  const cache = createCache(clock, properties.AuthorizerResultTtlInSeconds);

  const ask = async (request: ProxyRequest, token: string): Promise<Grant | ResponseType> => {
    const outcome = await invoke(authorizerEvent(request, Type, token));
    if (!outcome.ok) return outcome.message === 'Unauthorized' ? 'UNAUTHORIZED' : 'AUTHORIZER_FAILURE';
    return readGrant(outcome.payload) ?? 'AUTHORIZER_CONFIGURATION_ERROR';
  };

  return async (request) => {
    const values = identities.map((read) => read(request));
    const [token = ''] = values;
    if (values.some((value) => !value) || valid?.test(token) === false) return { ok: false, response: 'UNAUTHORIZED' };

    const key = values.join('\n');
    const grant = cache.get(key) ?? (await ask(request, token));
    if (typeof grant === 'string') return { ok: false, response: grant };
    cache.put(key, grant);
    return allows(grant, request.methodArn)
      ? { ok: true, context: grant.context }
      : { ok: false, response: 'ACCESS_DENIED' };
  };
}
