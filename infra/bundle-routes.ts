import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'esbuild';

/** What a route says for the documents alone: no request is answered with it. */
const described = /(?<=[{,]\s*)(?:summary|refusals|reply):\s/g;

/**
 * A start reads the whole table of routes, and would read with it every summary, refusal and reply schema that only the
 * API documents use: a sixth of our own code. A schema is made by `once` without a side effect, so one that nobody asks
 * for any more goes as well.
 */
export const routesWithoutWords: Plugin = {
  name: 'routes-without-words',
  setup(build) {
    // No file of ours does anything by being read, so one of which nothing is used is not read.
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, kind, resolveDir }) =>
      kind === 'import-statement' && /[\\/]services[\\/]/.test(resolveDir)
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
    build.onLoad({ filter: /[\\/]services[\\/][^\\/]+[\\/](?:routes[\\/].+|api)\.ts$/ }, async ({ path, namespace }) =>
      namespace === 'file' ? { contents: withoutWords(await readFile(path, 'utf8')), loader: 'ts' } : undefined,
    );
    build.onLoad(
      { filter: /[\\/]services[\\/].+[\\/](?:schemas|domain|problems)[\\/].+\.ts$/ },
      async ({ path, namespace }) =>
        namespace === 'file'
          ? { contents: withoutDescriptions(withPureConstants(await readFile(path, 'utf8'))), loader: 'ts' }
          : undefined,
    );
    build.onLoad({ filter: /[\\/]events[\\/].+\.v\d+\.ts$/ }, async ({ path, namespace }) =>
      namespace === 'file' ? { contents: withoutDescriptions(await readFile(path, 'utf8')), loader: 'ts' } : undefined,
    );
  },
};

/** A table of routes without what only documents read. */
export function withoutWords(source: string): string {
  let [kept, from] = ['', 0];
  for (const { index, 0: name } of source.matchAll(described)) {
    const end = index < from ? from : endOfValue(source, index + name.length);
    // The semicolon ends a member of a type, which esbuild leaves out by itself.
    if (index < from || source[end] === ';') continue;
    kept += source.slice(from, index);
    from = source[end] === ',' ? end + 1 : end;
  }
  return withoutUnusedImports(kept + source.slice(from));
}

const imported = /^import (?:\{([^}]*)\}|\* as (\w+)) from '[^']+';$/gm;

/** What only those words used: a file that is imported is read at start, whether or not anything of it is used. */
function withoutUnusedImports(source: string): string {
  const rest = source.replaceAll(imported, '');
  const isUsed = (name: string) => new RegExp(`\\b${name.trim()}\\b`).test(rest);
  return source.replaceAll(imported, (line, names: string | undefined, all: string | undefined) => {
    const [used, given] = [(names ?? all ?? '').split(',').filter(isUsed), names ?? all ?? ''];
    if (used.length === 0) return '';
    return names === undefined ? line : line.replace(given, used.join(','));
  });
}

/** Where a value ends: at the comma or the bracket that is none of its own, or at the semicolon of a type. */
function endOfValue(source: string, from: number): number {
  const token = /(['"`])(?:\\.|(?!\1)[^\\])*\1|[[({]|[\])}]|[,;]/g;
  token.lastIndex = from;
  let depth = 0;
  for (let found = token.exec(source); found; found = token.exec(source)) {
    const [text] = found;
    if ('[({'.includes(text)) depth += 1;
    else if (depth === 0 && text.length === 1) return found.index;
    else if ('])}'.includes(text)) depth -= 1;
  }
  throw new Error('a value of a route has no end');
}

/** Schemas without what they say of themselves: nothing that runs reads it, and the documents are made from the sources. */
export function withoutDescriptions(source: string): string {
  let [kept, from] = ['', 0];
  for (const { index, 0: name } of source.matchAll(/\s*\.(?:describe|meta)\(/g)) {
    if (index < from) continue;
    kept += source.slice(from, index);
    let end = endOfValue(source, index + name.length);
    // A comma may stand after the last of what is given to it.
    while (source[end] !== ')') end = endOfValue(source, end + 1);
    from = end + 1;
  }
  return kept + source.slice(from);
}

/** Says to esbuild that these make a value and do nothing else: a schema or a problem that nobody uses may go. */
export function withPureConstants(source: string): string {
  return source.replaceAll(/= (once|problem)\(/g, '= /* @__PURE__ */ $1(');
}
