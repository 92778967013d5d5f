import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Metafile, Plugin } from 'esbuild';
import { root } from './bundle-paths.ts';

type Outputs = Metafile['outputs'];

/**
 * `await import('#shared/x')` means a library that is rarely needed: it becomes a file of its own beside `index.mjs`, which
 * is neither read nor parsed at start, with its own copy of what it uses. Shared with the rest, what only it needs of zod
 * or of the SDK would be read at every start, so such a file must hold no state that others rely on.
 */
export const librariesOnDemand: Plugin = {
  name: 'libraries-on-demand',
  setup(build) {
    build.onResolve({ filter: /^#shared\/[a-z-]+$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./${path.replace('#shared/', '')}.mjs`, external: true } : undefined,
    );
  },
};

/** The libraries that some files load on demand, by the name of their file. */
export function librariesOf(outputs: Outputs): string[] {
  const names = Object.values(outputs).flatMap(({ imports }) =>
    imports.flatMap(({ path, external }) => (external ? (/^\.\/([a-z-]+)\.mjs$/.exec(path)?.slice(1) ?? []) : [])),
  );
  return [...new Set(names)];
}

/**
 * `await import('../functions/x.ts')` in a route means a function that few call: it becomes a file beside `index.mjs`, and
 * every module exists once, whoever uses it. esbuild makes a file of each set of entries that share modules; as each such
 * function also imports the entry, all that is needed at start falls into one set, so one file holds it.
 */
export const functionsOnDemand = (entry: string): Plugin => ({
  name: 'functions-on-demand',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, kind, resolveDir }) =>
      kind === 'dynamic-import' && !isPackaged(resolveDir)
        ? { path: join(resolveDir, path), namespace: 'on-demand' }
        : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'on-demand' }, ({ path }) => ({
      contents: `import ${JSON.stringify(entry)};\nexport * from ${JSON.stringify(path)};`,
      resolveDir: dirname(path),
    }));
  },
});

/**
 * Any other dynamic import stays where it is, as it does without splitting: the SDK asks so for `http` in its first
 * request, which would be a file to read. What comes is the module itself: a built-in has no `default` then.
 */
export const inlineTheRest: Plugin = {
  name: 'inline-the-rest',
  setup(build) {
    build.onLoad({ filter: /[\\/](services|shared|@aws|@aws-sdk|@smithy)[\\/].*\.(ts|js)$/ }, ({ path, namespace }) => {
      if (namespace !== 'file') return undefined;
      const text = readFileSync(path, 'utf8');
      const others = isPackaged(path) ? /\bimport\((["'][^"']+["'])\)/g : /\bimport\(('[^.#][^']*')\)/g;
      const inlined = text.replaceAll(others, 'Promise.resolve().then(() => require($1))');
      return inlined === text ? undefined : { contents: inlined, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
};

function isPackaged(path: string): boolean {
  return /[\\/]node_modules[\\/]/.test(path);
}

/** The functions that are loaded on demand: their files, and the source of each from the root. */
export function functionsIn(outputs: Outputs): { path: string; source: string }[] {
  return Object.entries(outputs).flatMap(([path, { entryPoint = '' }]) =>
    entryPoint.startsWith('on-demand:') ? [{ path, source: relative(root, entryPoint.replace('on-demand:', '')) }] : [],
  );
}

/** `index.mjs` and the files that it imports statically: what a cold start reads. */
export function eagerFiles(index: string, outputs: Outputs): string[] {
  const found = new Set([index]);
  for (const path of found)
    for (const one of outputs[path]?.imports ?? [])
      if (one.kind === 'import-statement' && !one.external) found.add(one.path);
  return [...found];
}

/** What a cold start reads, in bytes. */
export function eagerBytes(index: string, outputs: Outputs): number {
  return eagerFiles(index, outputs).reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0);
}
