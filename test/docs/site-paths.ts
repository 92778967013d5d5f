import * as z from 'zod';
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi';
import { problemsOfEveryPath } from './gateway-problems.ts';
import { problemResponses } from './problem-responses.ts';

const health = z.object({ status: z.literal('ok'), set: z.string() }).meta({ id: 'Health' });

const district = z
  .object({
    key: z.string(),
    code: z.string().meta({ description: 'GB/T 2260' }),
    name: z.string(),
    nameEn: z.string(),
    base: z.url().nullable().meta({ description: 'Base of the set; null where this set was not told' }),
    services: z.array(z.string()),
  })
  .meta({ id: 'District' });
const directory = z.object({ items: z.array(district) }).meta({ id: 'Directory' });

const gulou = { key: 'gulou', code: '350102', name: '鼓楼区', nameEn: 'Gulou' };
const example = { items: [{ ...gulou, base: 'http://localhost:8787/gulou/v1', services: ['intake'] }] };

export const siteProblems = problemsOfEveryPath;

/** The paths of the site function, which has no route table: it only serves what is fixed at deployment. */
export const sitePaths: ZodOpenApiPathsObject = {
  '/health': {
    get: open('getHealth', 'Whether the set is up', { schema: health, example: { status: 'ok', set: 'gulou' } }),
  },
  '/districts': {
    get: open('getDistricts', 'The city and its districts with the bases of their sets', {
      schema: directory,
      example,
    }),
  },
  '/openapi.json': {
    get: open('getOpenapi', 'This document', {
      schema: z.looseObject({ openapi: z.string() }).meta({ id: 'ApiDocument' }),
    }),
  },
};

interface Shown {
  schema: z.ZodType;
  example?: object;
}

function open(operationId: string, summary: string, shown: Shown): ZodOpenApiOperationObject {
  return {
    operationId,
    tags: ['site'],
    summary,
    description: 'Who may: anyone, without a token.',
    security: [],
    responses: {
      200: { description: `${summary}.`, content: { 'application/json': shown } },
      ...problemResponses(siteProblems),
    },
  };
}
