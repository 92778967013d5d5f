import { mkdtemp, mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eagerFiles, functionsOnDemand, inlineTheRest } from './bundle-on-demand.ts';
import { lazyBuiltins } from './bundle-plugins.ts';

/** A function with two routes on demand. Each pair of files shares something with the start that the other does not. */
const sources = {
  'services/x/api.lambda.ts': `
    import { count } from './count.ts';
    import { onlyA, onlyB } from './parts.ts';
    export const started = [count(), onlyA.name, onlyB.name];
    export const zipped = async () => (await import('node:zlib')).gzipSync('x').length;
    export const a = async () => (await import('./functions/a.ts')).a();
    export const b = async () => (await import('./functions/b.ts')).b();`,
  'services/x/count.ts': 'let n = 0; export const count = () => ++n;',
  'services/x/parts.ts': `export { onlyA } from './only-a.ts'; export { onlyB } from './only-b.ts';`,
  'services/x/only-a.ts': 'export const onlyA = () => "A";',
  'services/x/only-b.ts': 'export const onlyB = () => "B";',
  'services/x/rare.ts': 'let n = 0; export const rare = () => ++n;',
  'services/x/functions/a.ts': `
    import { count } from '../count.ts'; import { rare } from '../rare.ts'; import { onlyA } from '../only-a.ts';
    export const a = () => [count(), rare(), onlyA()];`,
  'services/x/functions/b.ts': `
    import { count } from '../count.ts'; import { rare } from '../rare.ts'; import { onlyB } from '../only-b.ts';
    export const b = () => [count(), rare(), onlyB()];`,
};

describe('functions on demand', () => {
  let folder: string;
  let outputs: Metafile['outputs'];

  beforeAll(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'banshi-on-demand-')));
    for (const [name, text] of Object.entries(sources)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), text);
    }
    const entry = join(folder, 'services/x/api.lambda.ts');
    const { metafile } = await build({
      absWorkingDir: folder,
      entryPoints: [{ in: entry, out: 'index' }],
      outdir: 'out',
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      format: 'esm',
      platform: 'node',
      metafile: true,
      plugins: [functionsOnDemand(entry), lazyBuiltins, inlineTheRest],
    });
    ({ outputs } = metafile);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('leave one file to read at start beside the index, whatever they share with it', () => {
    expect(eagerFiles('out/index.mjs', outputs)).toHaveLength(2);
  });

  it('take along what only they import', () => {
    const start = eagerFiles('out/index.mjs', outputs).flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
    expect(start).toContain('services/x/count.ts');
    expect(start).not.toContain('services/x/rare.ts');
    expect(start.filter((path) => path.includes('/functions/'))).toEqual([]);
  });

  it('share one state with the start, and with each other', async () => {
    const api = await import(pathToFileURL(join(folder, 'out/index.mjs')).href);
    expect(api.started).toEqual([1, 'onlyA', 'onlyB']);
    expect([await api.a(), await api.b(), await api.a()]).toEqual([
      [2, 1, 'A'],
      [3, 2, 'B'],
      [4, 3, 'A'],
    ]);
  });

  it('leave other dynamic imports where they are', async () => {
    const api = await import(pathToFileURL(join(folder, 'out/index.mjs')).href);
    expect(await api.zipped()).toBeGreaterThan(0);
    expect(Object.keys(outputs).filter((path) => path.includes('zlib'))).toEqual([]);
  });
});
