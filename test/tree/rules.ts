import { sourceFiles, target, withoutComments, type Import, type SourceFile } from './sources.ts';

export const isTest = ({ path }: { path: string }): boolean => /\.(test|fake|fixture)\.ts$/.test(path);

/** What may end up in a function: nothing else is bundled. */
export const isDeployable = (source: SourceFile): boolean =>
  /^(services|shared|events)\//.test(source.path) && !isTest(source);

/** The lines that break a rule, as `file: what`. */
export function broken(files: readonly SourceFile[], faults: (file: SourceFile) => readonly string[]): string[] {
  return files.flatMap((file) => faults(file).map((fault) => `${file.path}: ${fault}`));
}

/** What of a file's text fits a pattern, comments left out. */
export function uses(pattern: RegExp): (file: SourceFile) => string[] {
  return ({ text }) => withoutComments(text).match(pattern) ?? [];
}

/** The imports of a file with the file of ours that each names, where it names one. */
export function imported({ path, imports }: SourceFile): (Import & { file: string | undefined })[] {
  return imports.map((one) => ({ ...one, file: target(one.specifier, path) }));
}

/** The package of a specifier: `@aws-sdk/client-sqs`, `zod`. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Everything that runs when these files are loaded. */
export function reachable(entries: readonly SourceFile[]): SourceFile[] {
  const byPath = new Map(sourceFiles().map((source) => [source.path, source]));
  const found = new Set<SourceFile>(entries);
  for (const source of found)
    for (const { file, typeOnly } of imported(source)) {
      const next = !typeOnly && file ? byPath.get(file) : undefined;
      if (next) found.add(next);
    }
  return [...found];
}
