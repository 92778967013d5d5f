import type { APIGatewayProxyEvent } from 'aws-lambda';
import * as z from 'zod';
import { anyone, publicScope, scopeOf, type Scope } from '#shared/access';
import { actor } from '#shared/actor';
import { requestKey, sha256, type Cause } from '#shared/cause';
import { once } from '#shared/once';
import { faultsOf, languageOf, problems } from '#shared/problem';
import { refuse, type ReadWith, type Refusal, type Route, type Sent, type Unread } from '#shared/route';
import { isStorable, textFaults, unstorableAt } from '#shared/unstorable';

const maxBodyBytes = 256 * 1024;
// DynamoDB and every recursive reader behind us have a limit; a form of honest depth is far below it.
const maxDepth = 24;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const visible = /^[\x21-\x7e]{1,255}$/;

const authorizer = once(() => z.object({ actor: z.string(), exp: z.coerce.number() }));

/** Where and when a request is handled. */
export interface Place {
  set: string;
  now: Date;
  headers: Headers;
}

/** Headers by lower-case name. */
export type Headers = Record<string, string | undefined>;

/** The headers of a request by lower-case name. */
export function headersOf(event: APIGatewayProxyEvent): Headers {
  return Object.fromEntries(Object.entries(event.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
}

/** The chain a request belongs to: the caller's `X-Correlation-Id` where it is a UUID (it is logged, so nothing else), or the request's own id. */
export function correlationOf(headers: Headers, requestId: string): string {
  const given = headers['x-correlation-id'];
  return given && uuid.test(given) ? given : requestId;
}

/** Reads all of a request but what the route's own schemas read: caller, scope, keys, body as JSON. */
export function readRequest<Deps>(route: Route<Deps>, event: APIGatewayProxyEvent, place: Place): Unread | Refusal {
  const { headers } = place;
  const scope = readScope(route, event, place);
  if ('problem' in scope) return scope;

  const params = Object.fromEntries(
    Object.entries(event.pathParameters ?? {}).map(([name, value]) => [name, value ?? '']),
  );
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  if (!names.every((name) => (route.params?.[name] ?? uuid).test(params[name] ?? ''))) return refuse(problems.notFound);

  const body = readBody(route, event, headers);
  if ('problem' in body) return body;
  const ifMatch = readVersion(route, headers);
  if (typeof ifMatch !== 'number') return ifMatch;
  const cause = readCause(event, scope, { headers, at: place.now, raw: body.raw, isForeign: route.foreign === true });
  if ('problem' in cause) return cause;

  const query = { ...event.queryStringParameters };
  const unread = Object.keys(query).filter((name) => !isStorable(`${name}${query[name] ?? ''}`));
  if (unread.length > 0)
    return unstorableIn(
      unread.map((name) => (isStorable(name) ? `?${name}` : '?')),
      headers,
    );
  const language = languageOf(headers['accept-language']);
  return { params, query, body: body.value, ifMatch, scope, cause, language, sent: sentOf(event, headers) };
}

function sentOf({ body, isBase64Encoded, requestContext }: APIGatewayProxyEvent, headers: Headers): Sent {
  const bytes = () => Buffer.from(body ?? '', isBase64Encoded ? 'base64' : 'utf8');
  return { from: requestContext.identity.sourceIp, headers, bytes };
}

function readScope<Deps>(route: Route<Deps>, event: APIGatewayProxyEvent, place: Place): Scope | Refusal {
  if (route.may.includes(anyone)) return publicScope;
  const context = authorizer().safeParse(event.requestContext.authorizer ?? {});
  if (!context.success) return refuse(problems.unauthorized);
  // The gateway may answer from its cache for 300 s after the token's own end.
  if (context.data.exp * 1000 <= place.now.getTime()) return refuse(problems.tokenExpired);
  const scope = scopeOf(actor().parse(JSON.parse(context.data.actor)), route.may, place);
  return 'capacities' in scope ? scope : refuse(scope);
}

type Body = { value: unknown; raw: string };

function readBody<Deps>(route: Route<Deps>, event: APIGatewayProxyEvent, headers: Headers): Body | Refusal {
  const raw = event.isBase64Encoded ? Buffer.from(event.body ?? '', 'base64').toString('utf8') : (event.body ?? '');
  if (Buffer.byteLength(raw) > maxBodyBytes) return refuse(problems.tooLarge);
  if (!route.body) return { value: undefined, raw };
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) return refuse(problems.notJson);
  try {
    const value: unknown = JSON.parse(raw);
    const faults = textFaults(value, maxDepth);
    if (faults === 'too-deep') return refuse(problems.brokenJson);
    return faults.length > 0 ? unstorableIn(faults, headers) : { value, raw };
  } catch {
    return refuse(problems.brokenJson);
  }
}

const unstorableIn = (pointers: readonly string[], headers: Headers): Refusal =>
  refuse(problems.invalidInput, pointers.map(unstorableAt(languageOf(headers['accept-language']))));

/** `If-Match` as a version; 0 on routes that need none. */
function readVersion<Deps>(route: Route<Deps>, headers: Headers): number | Refusal {
  if (!route.needsVersion) return 0;
  const given = headers['if-match'];
  if (!given) return refuse(problems.ifMatchMissing);
  const version = /^"(\d{1,9})"$/.exec(given)?.[1];
  return version ? Number(version) : refuse(problems.invalidIfMatch);
}

interface CauseParts {
  headers: Headers;
  at: Date;
  raw: string;
  isForeign: boolean;
}

function readCause(
  event: APIGatewayProxyEvent,
  scope: Scope,
  { headers, at, raw, isForeign }: CauseParts,
): Cause | Refusal {
  const { requestId } = event.requestContext;
  const cause: Cause = {
    at,
    actor: { sub: scope.actor.sub, kind: scope.actor.kind, partyId: scope.actor.partyId },
    office: scope.office,
    correlationId: correlationOf(headers, requestId),
    causationId: requestId,
  };
  if (event.httpMethod !== 'POST' || isForeign) return cause;
  const given = headers['idempotency-key'] ?? '';
  if (!visible.test(given)) return refuse(problems.idempotencyKeyMissing);
  const key = requestKey({ subject: scope.actor.sub, method: event.httpMethod, path: event.path, given });
  return { ...cause, mark: { kind: 'request', key, requestHash: sha256(raw) } };
}

/** Reads a value by a schema with messages in the caller's language. Only this turns a schema's error into a 400. */
export function readWith(messages: z.core.$ZodErrorMap): ReadWith {
  return (schema, value, place) => {
    const result = schema.safeParse(value, { error: messages });
    return result.success
      ? { value: result.data }
      : refuse(problems.invalidInput, faultsOf(result.error.issues, place));
  };
}
