import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { root } from '../tree/sources.ts';
import { documents } from './documents.ts';
import { examples } from './examples.ts';
import { openApiDocument } from './openapi.ts';
import { services } from './services.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the generated documents', () => {
  test.each(documents())('$path is what the tables give (if not: npm run docs)', ({ path, text }) => {
    expect(read(path)).toBe(text);
  });

  test('show every service that has a route table', () => {
    const tables = globSync('services/*/api.ts', { cwd: root }).map((path) => path.split('/')[1] ?? '');

    expect(services.map(({ name }) => name).toSorted()).toEqual(tables.toSorted());
  });

  test('show every path below its own service', () => {
    for (const { name, routes } of services)
      for (const { path } of routes) expect(`${path}/`.startsWith(`/${name}/`), path).toBe(true);
  });
});

describe('the API document', () => {
  const schemas = services.flatMap(({ routes }) =>
    routes.flatMap(({ body, reply }) => (body ? [body, reply.schema] : [reply.schema])),
  );
  const named = new Map(schemas.map((schema) => [schema.meta()?.id, schema]));

  test.each(Object.entries(examples))('gives an example of %s that its schema takes', (id, example) => {
    expect(named.get(id)?.safeParse(example)).toMatchObject({ success: true });
  });

  test('gives an example of every body that is posted', () => {
    const posted = services.flatMap(({ routes }) => routes.flatMap(({ body }) => body?.meta()?.id ?? []));

    expect(Object.keys(examples)).toEqual(expect.arrayContaining(posted));
  });

  test('has an id of its own for each operation, and a refusal for each status of its routes', () => {
    const operations = Object.values(openApiDocument().paths ?? {}).flatMap((path) => Object.values(path ?? {}));
    const shape = z.array(z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }));
    const ids = shape.parse(operations).map(({ operationId }) => operationId);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(services.flatMap(({ routes }) => routes).length + 3);
  });
});
