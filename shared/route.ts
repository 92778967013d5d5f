import * as z from 'zod';
import type { Who, Scope } from '#shared/access';
import type { Cause } from '#shared/cause';
import { once } from '#shared/once';
import type { Fault, Language, Problem } from '#shared/problem';

/** What a function of a route gives back: a reply with a JSON body, or a refusal. */
export type HttpResponse = Reply | Refusal;

export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Instead of a JSON body: text sent as it is, of the type that the route declares. */
  text?: string;
}

export interface Refusal {
  problem: Problem;
  headers?: Record<string, string>;
  errors?: readonly Fault[];
  /** Members of its own (RFC 9457, 3.2), where a client goes on by them. */
  more?: Readonly<Record<string, string>>;
}

/** One request, read and checked: what a function of a route works with. */
export interface Call<Query = unknown, Body = unknown> {
  params: Record<string, string>;
  query: Query;
  body: Body;
  /** The version named by `If-Match`, where the route needs one. */
  ifMatch: number;
  scope: Scope;
  cause: Cause;
  language: Language;
  sent: Sent;
}

/** A request as it came: from which address, with which headers (by lower-case name), and the very bytes of its body. */
export interface Sent {
  from: string;
  headers: Readonly<Record<string, string | undefined>>;
  bytes: () => Buffer;
}

export type Method = 'GET' | 'POST' | 'PUT';

interface Description<Query extends z.ZodType, Body extends z.ZodType> {
  method: Method;
  /** Below the set's base: `/intake/applications/{id}`; `{id}` are UUIDs unless `params` says otherwise. */
  path: string;
  summary: string;
  may: readonly Who[];
  params?: Record<string, RegExp>;
  /** Schemas are made on demand (`once`); absent where the route takes none. */
  query?: () => Query;
  body?: () => Body;
  /** True where the caller must name the version he acts on (`If-Match`). */
  needsVersion?: boolean;
  /** True where a machine of another house calls in its own form, without `Idempotency-Key`: the function proves what was `sent`. */
  foreign?: boolean;
  /** What the route answers when it succeeds; JSON unless it names another type. `csv`: a file too, where that is asked for. */
  reply: { status: number; schema: () => z.ZodType; type?: 'text/html' | 'text/plain' | 'text/csv'; csv?: true };
  /** Refusals that are the route's own, beside those that any route may give. */
  refusals?: readonly Problem[];
}

/** A function of a route: given its dependencies, it answers calls. */
type Run<Deps, Query, Body> = (deps: Deps) => (call: Call<Query, Body>) => Promise<HttpResponse>;

interface Spec<Deps, Query extends z.ZodType, Body extends z.ZodType> extends Description<Query, Body> {
  run: Run<Deps, z.infer<Query>, z.infer<Body>>;
  /** What else is wrong with a body that its schema refuses: named with the faults of its shape, so that nobody is told twice. */
  also?: (deps: Deps) => (call: Unread) => Promise<readonly Fault[]>;
}

/** What is known of a request before the route's own schemas have read it. */
export type Unread = Call;

export interface Route<Deps> extends Description<z.ZodType, z.ZodType> {
  /** Gives the function its dependencies; it then reads query and body by the route's schemas and runs. */
  bind: (deps: Deps) => (call: Unread, read: ReadWith) => Promise<HttpResponse>;
}

/** Reads a value by a schema: the value, or a refusal with every fault. */
export type ReadWith = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: '' | '?',
) => { value: z.infer<Schema> } | Refusal;

/** Stands for the schema of what a route does not take, and so does not look at. */
const unread = once(() => z.custom<never>());

/** Declares a route: one line of a service's table, from which dispatch, access table and OpenAPI are made. */
export function route<Deps, Query extends z.ZodType, Body extends z.ZodType>(
  spec: Spec<Deps, Query, Body>,
): Route<Deps> {
  const { run, also, ...description } = spec;
  return {
    ...description,
    bind: (deps) => {
      const act = run(deps);
      return async (call, read) => {
        const query = read(spec.query?.() ?? unread(), call.query, '?');
        if ('problem' in query) return query;
        const body = read(spec.body?.() ?? unread(), call.body, '');
        if ('problem' in body) {
          const more = (await also?.(deps)(call)) ?? [];
          return { ...body, errors: [...(body.errors ?? []), ...more] };
        }
        return act({ ...call, query: query.value, body: body.value });
      };
    },
  };
}

/**
 * The function of a route that few call: it, and what only it imports, is loaded by the first call. It is bound once, like
 * any other. `run: onDemand(async () => (await import('../functions/<area>/<act>.ts')).<act>)`
 */
export function onDemand<Deps, Query, Body>(load: () => Promise<Run<Deps, Query, Body>>): Run<Deps, Query, Body> {
  return (deps) => {
    let act: ReturnType<Run<Deps, Query, Body>> | undefined;
    return async (call) => {
      // Asked each time: what is loaded costs nothing, and what failed to load is tried again.
      const run = await load();
      act ??= run(deps);
      return act(call);
    };
  };
}

/** A refusal as a value; the wrapper turns it into problem+json in the caller's language. */
export function refuse(problem: Problem, errors?: readonly Fault[]): Refusal {
  return errors ? { problem, errors } : { problem };
}

export function isRefusal(response: HttpResponse): response is Refusal {
  return 'problem' in response;
}
