import type { APIGatewayProxyResult } from 'aws-lambda';
import * as z from 'zod';

import { languageOf, problemDocument, problems } from '#shared/problem';

import type { SiteDeps } from '../deps.ts';
import { docsHeaders, docsPage } from '../docs-page.ts';

const proxyEvent = z.object({
  resource: z.string(),
  path: z.string(),
  headers: z.record(z.string(), z.string().optional()).nullish(),
  pathParameters: z.record(z.string(), z.string().optional()).nullish(),
  requestContext: z.object({ domainName: z.string().optional(), path: z.string().optional() }),
});
type ProxyEvent = z.infer<typeof proxyEvent>;

const json = 'application/json; charset=utf-8';

/** Answers the paths that belong to no service: whether the set is up, its API, its reference page, the other sets. */
export const answer =
  (deps: SiteDeps) =>
  async (event: unknown): Promise<APIGatewayProxyResult> => {
    const request = proxyEvent.parse(event);
    switch (pathOf(request)) {
      case '/health':
        return reply(200, { 'Content-Type': json, 'Cache-Control': 'no-store' }, JSON.stringify(health(deps)));
      case '/openapi.json':
        return reply(200, { 'Content-Type': json, ...cached(300) }, await deps.file('openapi.json'));
      case '/docs':
        return docs(request);
      case '/docs/scalar.js':
        return reply(
          200,
          { 'Content-Type': 'text/javascript; charset=utf-8', ...cached(86_400) },
          await deps.file('standalone.js'),
        );
      case '/districts':
        return reply(200, { 'Content-Type': json, ...cached(300) }, JSON.stringify(directory(deps, request)));
      default:
        return notFound(request);
    }
  };

/** By resource and not by path: a custom domain may put its own prefix before the path. */
function pathOf({ resource, pathParameters }: ProxyEvent): string {
  return resource.replace('{proxy+}', pathParameters?.['proxy'] ?? '');
}

function health({ set }: SiteDeps): object {
  return { status: 'ok', set };
}

/** With a slash at its end the page's relative addresses would lead astray. */
function docs({ path }: ProxyEvent): APIGatewayProxyResult {
  return path.endsWith('/')
    ? reply(308, { Location: '../docs', ...cached(300) }, '')
    : reply(200, { ...docsHeaders, ...cached(300) }, docsPage);
}

function directory({ districts, bases, set }: SiteDeps, request: ProxyEvent): object {
  const items = districts.map(({ key, services, ...names }) => ({
    key,
    ...names,
    base: bases(key) ?? (key === set ? ownBase(request) : null),
    services,
  }));
  return { items };
}

/** Where this very request came to, for a set that was told no bases. */
function ownBase({ requestContext: { domainName, path }, resource }: ProxyEvent): string | null {
  if (domainName === undefined || path?.endsWith(resource) !== true) return null;
  return `https://${domainName}${path.slice(0, -resource.length)}`;
}

function notFound({ headers }: ProxyEvent): APIGatewayProxyResult {
  const accepted = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'accept-language')?.[1];
  const body = problemDocument(problems.notFound, languageOf(accepted));
  return reply(404, { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store' }, JSON.stringify(body));
}

function cached(seconds: number): { 'Cache-Control': string } {
  return { 'Cache-Control': `public, max-age=${seconds}` };
}

/** Nothing here is anybody's own, so pages of every origin may read it. */
function reply(statusCode: number, headers: Record<string, string>, body: string): APIGatewayProxyResult {
  return {
    statusCode,
    headers: { ...headers, 'Access-Control-Allow-Origin': '*', 'X-Content-Type-Options': 'nosniff' },
    body,
  };
}
