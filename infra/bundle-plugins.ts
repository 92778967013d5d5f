import { readFile } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';
import * as z from 'zod';
import { plainErrors } from './lean-sdk/plain-errors.ts';

/**
 * Importing a built-in as an ES module makes Node evaluate every getter of its exports: `http` so loads undici, `crypto`
 * WebCrypto, `fs` its streams. Asking for the built-in itself loads none of them.
 */
export const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_/]+$/ }, ({ path }) =>
      isBuiltin(path) ? { path: path.replace(/^node:/, ''), namespace: 'builtin' } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule('node:${path}')`,
    }));
  },
};

/**
 * Of zod we need no locales beyond Chinese and English (its index would bring forty more along) and, in a function, no
 * way to print schemas as JSON Schema, which every schema refers to: 20 KB. Reading JSON Schema stays.
 */
export const leanerZod: Plugin = {
  name: 'leaner-zod',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: `export { default as en } from './en.js'; export { default as zhCN } from './zh-CN.js';`,
    }));
    build.onLoad(
      { filter: /[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/ },
      async ({ path }) => ({
        contents: withoutBodies(await readFile(path, 'utf8')),
      }),
    );
  },
};

/** The same exports, each a function that throws; those that make a function give one that throws. */
function withoutBodies(source: string): string {
  const names = source.matchAll(/^export (?:const|function) (\w+)/gm);
  const exports = [...names].map(
    ([, name = '']) => `export const ${name} = ${name.startsWith('create') ? '() => left' : 'left'};`,
  );
  return [`const left = () => { throw new Error('JSON Schema output is left out of our bundles'); };`, ...exports].join(
    '\n',
  );
}

/** Parts of the AWS SDK that cost time, at start or with each call, and do nothing in Lambda; each file of ours says why. */
const leanSdk = [
  { part: /@smithy[\\/]core[\\/].*[\\/]node-config-provider[\\/]configLoader\.js$/, ours: 'load-config.ts' },
  { part: /@smithy[\\/]core[\\/].*[\\/]event-streams[\\/]index\.js$/, ours: 'no-event-streams.ts' },
  { part: /@smithy[\\/]core[\\/].*[\\/]sha256[\\/]Sha256Js\.js$/, ours: 'no-javascript-sha256.ts' },
  { part: /@smithy[\\/]core[\\/].*[\\/]uuid[\\/]v4\.js$/, ours: 'uuid.ts' },
  { part: /@smithy[\\/]core[\\/].*[\\/]stream-type-check\.js$/, ours: 'stream-type-check.ts' },
  { part: /@smithy[\\/]core[\\/].*[\\/]isStreamingPayload\.js$/, ours: 'streaming-payload.ts' },
  { part: /@aws-sdk[\\/]core[\\/].*[\\/]middleware-logger[\\/]loggerMiddleware\.js$/, ours: 'no-call-log.ts' },
  { part: /@aws-sdk[\\/]endpoint-cache[\\/].*[\\/]index\.js$/, ours: 'no-endpoint-cache.ts' },
];

/** The clients of regional services that a function makes at start, and what their hosts begin with. */
const regional: Record<string, string> = {
  dynamodb: 'dynamodb',
  eventbridge: 'events',
  'secrets-manager': 'secretsmanager',
};
const resolverOfRegional = new RegExp(
  String.raw`@aws-sdk[\\/]client-(${Object.keys(regional).join('|')})[\\/].*[\\/]endpointResolver\.js$`,
);

const packageFile = z.object({ name: z.string(), version: z.string() });

/** Puts ours in the place of those parts; of its package files the SDK only reads the version. */
export const leanerSdk: Plugin = {
  name: 'leaner-sdk',
  setup(build) {
    for (const { part, ours } of leanSdk) {
      const file = join(import.meta.dirname, 'lean-sdk', ours);
      build.onLoad({ filter: part }, async () => ({ contents: await readFile(file, 'utf8'), loader: 'ts' }));
    }
    build.onLoad({ filter: resolverOfRegional }, ({ path }) => ({
      contents: `import { regionalEndpoint } from ${JSON.stringify(join(import.meta.dirname, 'lean-sdk', 'regional-endpoint.ts'))};
        export const defaultEndpointResolver = regionalEndpoint('${regional[resolverOfRegional.exec(path)?.[1] ?? '']}');`,
    }));
    build.onLoad({ filter: /@aws-sdk[\\/]client-[a-z0-9-]+[\\/].*[\\/]models[\\/]errors\.js$/ }, async ({ path }) => ({
      contents: plainErrors(await readFile(path, 'utf8')),
    }));
    build.onLoad({ filter: /@aws-sdk[\\/][^\\/]+[\\/]package\.json$/ }, async ({ path }) => ({
      contents: JSON.stringify(packageFile.parse(JSON.parse(await readFile(path, 'utf8')))),
      loader: 'json',
    }));
  },
};
