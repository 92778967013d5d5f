import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiParameters, ZodOpenApiResponseObject } from 'zod-openapi';
import { caseActReply } from './case-acts.ts';
import { examples } from './examples.ts';
import { problemResponses } from './problem-responses.ts';
import { problemsOf } from './route-problems.ts';
import type { DocumentedRoute } from './services.ts';
import { wordsOf } from './who.ts';

/** One route as an OpenAPI operation. */
export function operationOf(route: DocumentedRoute, tag: string): ZodOpenApiOperationObject {
  return {
    operationId: operationId(route),
    tags: [tag],
    summary: route.summary,
    description: `Who may: ${wordsOf(route.may).join(' · ')}.`,
    security: isOpen(route) ? [] : [{ bearer: [] }],
    requestParams: paramsOf(route),
    parameters: headerNames(route).map((name) => ({ $ref: `#/components/parameters/${name}` })),
    ...(route.body && { requestBody: { required: true, content: jsonOf(route.body) } }),
    ...(route.foreign && { requestBody: { required: true, content: { '*/*': { schema: z.string() } } } }),
    responses: { [`${route.reply.status}`]: replyOf(route), ...problemResponses(problemsOf(route)) },
  };
}

/** Method and path in camel case: `postIntakeApplicationsByIdSubmit`. */
export function operationId({ method, path }: Pick<DocumentedRoute, 'method' | 'path'>): string {
  const words = path.replaceAll(/\{(\w+)\}/g, 'by-$1').split(/[/-]/);
  const capitals = words.filter(Boolean).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method.toLowerCase() + capitals.join('');
}

function isOpen({ may }: DocumentedRoute): boolean {
  return may.some(({ who }) => who === 'anyone');
}

function paramsOf({ path, params, query }: DocumentedRoute): ZodOpenApiParameters {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
  const schemas = names.map((name): [string, z.ZodType] => {
    const pattern = params?.[name];
    return [name, pattern ? z.string().regex(pattern) : z.string().meta({ format: 'uuid' })];
  });
  if (query && !(query instanceof z.ZodObject)) throw new Error(`the query of ${path} is not an object`);
  return { ...(names.length > 0 && { path: z.object(Object.fromEntries(schemas)) }), ...(query && { query }) };
}

function headerNames({ method, needsVersion, foreign }: DocumentedRoute): string[] {
  return [
    ...(method === 'POST' && !foreign ? ['IdempotencyKey'] : []),
    ...(needsVersion ? ['IfMatch'] : []),
    'AcceptLanguage',
    'CorrelationId',
  ];
}

/** Of an act on a case what that act answers; of anything else what a reply like it may be. */
function exampleOf({ path, schema }: { path: string; schema: z.ZodType }): unknown {
  return schema.meta()?.id === 'ActReply' ? caseActReply(path) : examples[schema.meta()?.id ?? ''];
}

function replyOf({
  path,
  method,
  summary,
  foreign,
  reply: { status, schema, type, csv },
}: DocumentedRoute): ZodOpenApiResponseObject {
  const shown = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const made = status === 201 && shown.includes('id');
  return {
    description: `Done: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}.`,
    headers: {
      'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' },
      ...(shown.includes('version') && { ETag: { $ref: '#/components/headers/ETag' } }),
      ...(made && { Location: { $ref: '#/components/headers/Location' } }),
      ...(method === 'POST' &&
        !foreign && { 'Idempotent-Replayed': { $ref: '#/components/headers/IdempotentReplayed' } }),
    },
    content: {
      ...(type ? { [type]: { schema } } : jsonOf(schema, exampleOf({ path, schema }))),
      ...(csv && { 'text/csv': { schema: z.string() } }),
    },
  };
}

function jsonOf(schema: z.ZodType, example = examples[schema.meta()?.id ?? '']) {
  return { 'application/json': { schema, ...(example !== undefined && { example }) } };
}
