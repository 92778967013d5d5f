import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, test } from 'vitest';
import { root } from '../tree/sources.ts';
import { applicationState } from '../../services/intake/domain/case/application.ts';
import { followUpGraph } from '../../services/intake/domain/case/follow-up.ts';
import { graph } from '../../services/intake/domain/case/graph.ts';
import { caseActReply } from './case-acts.ts';
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

  describe('of each act on a case', () => {
    const ofCases = services
      .flatMap(({ routes }) => routes)
      .filter(({ reply }) => reply.schema.meta()?.id === 'ActReply');
    const arrows = [...graph, ...followUpGraph].map(({ act, to }) => `${act} ${to}`);
    const done = { '': 'create draft', '{id}': 'edit draft', opinion: 'give-opinion accepted' };
    const named = new Map<string, string>(Object.entries(done));

    test.each(ofCases.map(({ path, reply }) => [path, reply.schema] as const))(
      '%s answers with a state to which the graph leads by it, in the shape of its schema',
      (path, schema) => {
        const { status } = z.looseObject({ status: z.string() }).parse(schema.parse(caseActReply(path)));
        const act = path.split('/').at(3) === undefined ? '' : (path.split('/').at(-1) ?? '');
        const way = named.get(act) ?? `${act} ${status}`;
        expect([...arrows, 'create draft'].includes(way)).toBe(true);
        expect(way.endsWith(` ${status}`)).toBe(true);
      },
    );

    test('is an example of its own', () => {
      const replies = ofCases.map(({ path }) => JSON.stringify(caseActReply(path)));
      expect(new Set(replies).size).toBeGreaterThan(ofCases.length / 2);
      const states = replies.map((reply) => JSON.parse(reply).status);
      expect(new Set(states)).toEqual(new Set(applicationState.options));
    });
  });

  test('has an id of its own for each operation, and a refusal for each status of its routes', () => {
    const operations = Object.values(openApiDocument().paths ?? {}).flatMap((path) => Object.values(path ?? {}));
    const shape = z.array(z.looseObject({ operationId: z.string(), responses: z.record(z.string(), z.unknown()) }));
    const ids = shape.parse(operations).map(({ operationId }) => operationId);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(services.flatMap(({ routes }) => routes).length + 3);
  });
});
