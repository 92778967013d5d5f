import type { ZodOpenApiResponseObject, ZodOpenApiResponsesObject } from 'zod-openapi';
import * as z from 'zod';
import { problemDocument, type Problem } from '#shared/problem';
import { bilingual } from '../../infra/constructs/gateway-problems.ts';
import { problemsOfEveryPath } from './gateway-problems.ts';

const fault = z
  .object({
    pointer: z
      .string()
      .meta({ description: 'JSON pointer (RFC 6901) into the body, or `?name` for a query parameter' }),
    code: z.string(),
    message: z.string().meta({ description: 'In the language of the request' }),
  })
  .meta({ id: 'Fault', description: 'One fault of the input' });

/** RFC 9457 document of every refusal. */
export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'Always `about:blank`: the code tells the kind' }),
    title: z
      .string()
      .meta({ description: 'In the language of the request; what the gateway answers itself is English' }),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; what a client decides by' }),
    detail: z.string().optional().meta({ description: 'Bilingual words of what the gateway answers itself' }),
    errors: z.array(fault).optional(),
  })
  .meta({ id: 'Problem', description: 'A refusal (RFC 9457). Unknown members are to be ignored.' });

const titles: Record<number, string> = {
  400: 'The input is not valid',
  401: 'No valid token',
  403: 'Not allowed',
  404: 'Not there, or out of the caller’s reach',
  409: 'The state or another act stands in the way',
  412: 'Another version than the one named',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The idempotency key was used for another request',
  428: 'No version is named',
  429: 'Too many requests',
  500: 'Something unexpected happened',
  502: 'The service did not answer properly',
  504: 'The service took too long; the act may have been done',
};

/** Refusals by status, each a reference to the shared response for these codes. */
export function problemResponses(problems: readonly Problem[]): ZodOpenApiResponsesObject {
  const references = grouped(problems).map(({ status, ones }): [string, { $ref: string }] => [
    String(status),
    { $ref: `#/components/responses/${nameOf(status, ones)}` },
  ]);
  return Object.fromEntries(references);
}

/** The shared responses that these paths refer to; each lists its stable codes, with an example for each. */
export function responseComponents(paths: readonly (readonly Problem[])[]): Record<string, ZodOpenApiResponseObject> {
  const responses = paths.flatMap((problems) =>
    grouped(problems).map(({ status, ones }): [string, ZodOpenApiResponseObject] => [
      nameOf(status, ones),
      responseOf(status, ones),
    ]),
  );
  return Object.fromEntries(responses.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function grouped(problems: readonly Problem[]): { status: number; ones: Problem[] }[] {
  return [...Map.groupBy(problems, ({ status }) => status)].map(([status, ones]) => ({ status, ones }));
}

function nameOf(status: number, problems: readonly Problem[]): string {
  return [status, ...problems.map(({ code }) => code)].join('-');
}

function responseOf(status: number, problems: readonly Problem[]): ZodOpenApiResponseObject {
  const title = titles[status];
  if (!title) throw new Error(`status ${status} has no title in the API document`);
  return {
    description: `${title}: ${problems.map(({ code }) => `\`${code}\``).join(', ')}.`,
    headers: {
      'Content-Language': { $ref: '#/components/headers/ContentLanguage' },
      'X-Correlation-Id': { $ref: '#/components/headers/CorrelationId' },
      ...((status === 409 || status === 429) && { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }),
    },
    content: {
      'application/problem+json': {
        schema: problemSchema,
        examples: Object.fromEntries(problems.map(({ code }) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

/** One shared example for each code, in English. */
export function problemExamples(problems: readonly Problem[]) {
  const sorted = [...new Set(problems)].toSorted((a, b) => (a.code < b.code ? -1 : 1));
  return Object.fromEntries(sorted.map((one) => [one.code, { summary: one.zh, value: documentOf(one) }]));
}

/** The wrapper answers in one language, the gateway in both. */
function documentOf(one: Problem) {
  return problemsOfEveryPath.includes(one) ? bilingual(one) : problemDocument(one, 'en', exampleFaults(one));
}

function exampleFaults({ code }: Problem) {
  if (code === 'invalid-input') return [{ pointer: '/itemKey', code: 'invalid_type', message: 'Invalid input' }];
  if (code === 'form-invalid') return [{ pointer: '/form/area', code: 'too_small', message: 'Too small' }];
  if (code === 'catalogue-invalid')
    return [{ pointer: '/items/3/key', code: 'duplicate', message: 'food-business-licence stands twice' }];
  return [];
}
