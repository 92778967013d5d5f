import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

export const root = join(import.meta.dirname, '../..');

export interface Import {
  specifier: string;
  /** Gone after type stripping: nothing of it runs. */
  typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the project, with `/`. */
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

const folders = ['events', 'infra', 'localstack', 'services', 'shared', 'test'];
const { imports: subpaths } = z
  .object({ imports: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

/** Every TypeScript file of the tree, in the order of its paths. */
export function sourceFiles(): SourceFile[] {
  const paths = globSync(`{${folders.join(',')}}/**/*.ts`, { cwd: root }).toSorted();
  return paths.map(sourceAt);
}

/** Every file and folder of these, whatever it holds. */
export function treePaths(): string[] {
  return globSync(`{${folders.join(',')}}/**`, { cwd: root }).toSorted();
}

/** One file by its path from the root. */
export function sourceAt(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
}

// The formatter fixes how an import may be written, so a pattern reads them all: there is no TypeScript 7 parser to ask.
const statement = /^(?:import|export)\s(type\s)?(?:[\w*{}\s,$]*?\sfrom\s)?'([^']+)';/gm;
const dynamic = /\bimport\('([^']+)'\)/g;

/** What a text imports, at start (`import … from`) and on demand (`import('…')`). */
export function importsOf(path: string, text: string): Import[] {
  // What a test imports on demand stands in programs that it runs elsewhere.
  const onDemand = path.endsWith('.test.ts') ? [] : [...withoutComments(text).matchAll(dynamic)];
  return [
    ...[...text.matchAll(statement)].map(([whole, type, specifier = '']) => ({
      specifier,
      typeOnly: type !== undefined || onlyTypes(whole),
    })),
    ...onDemand.map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ];
}

/** A text of TypeScript without its comments. */
export function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function onlyTypes(whole: string): boolean {
  const names = /\{([^}]*)\}/
    .exec(whole)?.[1]
    ?.split(',')
    .map((name) => name.trim());
  return names?.filter(Boolean).every((name) => name.startsWith('type ')) ?? false;
}

/** The file of this project that a specifier names in a file, from the root; undefined for packages and built-ins. */
export function target(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('.')) return join(dirname(from), specifier);
  for (const [pattern, path] of Object.entries(subpaths)) {
    const prefix = pattern.slice(0, -1);
    if (specifier.startsWith(prefix)) return join(path.replace('*', specifier.slice(prefix.length)));
  }
  return undefined;
}
