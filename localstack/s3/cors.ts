import { Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';

/** A rule of a bucket's CorsConfiguration. */
export interface CorsRule {
  AllowedOrigins: string[];
  AllowedMethods: string[];
  AllowedHeaders?: string[] | undefined;
  ExposedHeaders?: string[] | undefined;
  /** Seconds. */
  MaxAge?: number | undefined;
}

const denied = (message: string): Refusal => new Refusal(403, 'AccessForbidden', `CORSResponse: ${message}`);

/** The headers of the answer to a preflight request; throws when no rule allows it. */
export function preflight(request: S3Request, rules: readonly CorsRule[]): Record<string, string> {
  const { origin, ...headers } = request.message.headers;
  const method = headers['access-control-request-method'];
  if (origin === undefined || method === undefined) {
    throw new Refusal(400, 'BadRequest', 'Insufficient information. Origin request header needed.');
  }
  if (rules.length === 0) throw denied('CORS is not enabled for this bucket.');

  const asked = headers['access-control-request-headers']?.toLowerCase().split(/, */) ?? [];
  const rule = rules.find((rule) => allows(rule, origin, method) && asked.every((name) => allowsHeader(rule, name)));
  if (!rule) throw denied('This CORS request is not allowed.');
  return {
    ...answer(rule, origin),
    ...(asked.length > 0 && { 'access-control-allow-headers': asked.join(', ') }),
    ...(rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
  };
}

/** The headers that a browser needs on the answer itself; none when no rule fits, and then the browser hides the answer. */
export function corsHeaders(request: S3Request, rules: readonly CorsRule[]): Record<string, string> {
  const { origin } = request.message.headers;
  if (origin === undefined) return {};
  const rule = rules.find((candidate) => allows(candidate, origin, request.method));
  return rule ? answer(rule, origin) : {};
}

function answer(rule: CorsRule, origin: string): Record<string, string> {
  const any = rule.AllowedOrigins.includes('*');
  return {
    'access-control-allow-origin': any ? '*' : origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(!any && { 'access-control-allow-credentials': 'true' }),
    ...(rule.ExposedHeaders && { 'access-control-expose-headers': rule.ExposedHeaders.join(', ') }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

function allows(rule: CorsRule, origin: string, method: string): boolean {
  return rule.AllowedMethods.includes(method) && rule.AllowedOrigins.some((pattern) => matches(pattern, origin));
}

function allowsHeader(rule: CorsRule, name: string): boolean {
  return (rule.AllowedHeaders ?? []).some((pattern) => matches(pattern.toLowerCase(), name));
}

/** A pattern may hold one `*`. */
function matches(pattern: string, text: string): boolean {
  const [start = '', end] = pattern.split('*');
  if (end === undefined) return pattern === text;
  return text.length >= start.length + end.length && text.startsWith(start) && text.endsWith(end);
}
