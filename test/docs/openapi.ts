import { createDocument } from 'zod-openapi';
import type { ZodOpenApiPathsObject } from 'zod-openapi';
import { districts } from '../../infra/districts.ts';
import { headers, parameters } from './header-components.ts';
import { leaner } from './json-schema.ts';
import { operationOf } from './operation.ts';
import { problemExamples, responseComponents } from './problem-responses.ts';
import { problemsOf } from './route-problems.ts';
import { services } from './services.ts';
import { sitePaths, siteProblems } from './site-paths.ts';

const description = `Back end of a city's government services. Every path is below the base of a *set*: the city or one of its districts.

* A caller finds the sets in \`GET /districts\` and posts to the one that owns the item.
* Refusals are \`application/problem+json\` (RFC 9457) with a stable \`code\`; \`Accept-Language\` chooses the words.
* Every POST takes an \`Idempotency-Key\`; PUT and the acts that name a version take \`If-Match\`.
* Lists are pages: \`limit\` and \`cursor\` in, \`items\` and \`nextCursor\` out.
* \`actions\` tells what the caller may do next with what is shown.
* Bodies are JSON of at most 256 KB.`;

/** The API of a set as an OpenAPI 3.1 document, made from the route tables. */
export function openApiDocument() {
  const problems = [...services.flatMap(({ routes }) => routes.map(problemsOf)), siteProblems];
  return createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Banshi 办事',
        version: '1',
        description,
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [
        {
          url: '/{set}/v1',
          description: 'The set, on the host that serves this document',
          variables: { set: { default: 'gulou', enum: districts.map(({ key }) => key) } },
        },
      ],
      tags: [
        ...services.map(({ name, title, description }) => ({ name, 'x-displayName': title, description })),
        { name: 'site', 'x-displayName': 'Site 站点', description: 'What a set tells about itself.' },
      ],
      paths: { ...servicePaths(), ...sitePaths },
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'An access token of the OpenID Connect issuer that the deployment trusts.',
          },
        },
        parameters,
        headers,
        responses: responseComponents(problems),
        examples: problemExamples(problems.flat()),
      },
    },
    { override: ({ jsonSchema }) => leaner(jsonSchema) },
  );
}

function servicePaths(): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const { name, routes } of services)
    for (const route of routes)
      paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, name) };
  return paths;
}
