import { cp, glob, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';
import { bundleFolder, root } from './bundle-paths.ts';
import { faultsIn } from './bundle-faults.ts';
import { isOnDemand, lazyBuiltins, leanerSdk, leanerZod, loadOnDemand } from './bundle-plugins.ts';

export interface Bundle {
  /** `<service>/<function>`, and the file's name when it is one loaded on demand. */
  name: string;
  /** Minified size in units of 1,000 bytes. */
  kilobytes: number;
}

export type BundleReport = Bundle[];

/** How every function is built; the benchmarks build their yardstick with it. */
export const buildOptions = {
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // The SDK's CommonJS builds end in a dynamic require that an ES module cannot do.
  mainFields: ['module', 'main'],
  alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'lambda-credentials.ts') },
  plugins: [lazyBuiltins, leanerSdk, leanerZod],
  legalComments: 'none',
  // One Chinese character makes V8 keep and scan the whole source as two-byte text: a tenth of the start of `api`.
  charset: 'ascii',
  outExtension: { '.js': '.mjs' },
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions;

/**
 * Bundles every `services/<service>/<function>.lambda.ts` to `<service>/<function>/index.mjs` of the folder in one call.
 * Throws when a source does not build or a bundle breaks one of the limits of `bundle-faults.ts`.
 */
export async function bundle(folder = bundleFolder): Promise<BundleReport> {
  const sources: string[] = [];
  for await (const source of glob('services/*/*.lambda.ts', { cwd: root })) sources.push(source);
  if (sources.length === 0) throw new Error('no services/*/*.lambda.ts to bundle');

  await rm(folder, { recursive: true, force: true });
  const entryPoints = sources
    .toSorted()
    .map((source) => ({ in: join(root, source), out: join(nameOf(source), 'index') }));
  const places = { absWorkingDir: root, outdir: folder };
  const { metafile } = await build({
    ...buildOptions,
    ...places,
    entryPoints,
    plugins: [loadOnDemand, ...buildOptions.plugins],
  });
  const rare = await build({ ...buildOptions, ...places, entryPoints: onDemandOf(metafile) });
  if (sources.some((source) => nameOf(source) === 'site/site')) await copySiteFiles(folder);

  const outputs = { ...metafile.outputs, ...rare.metafile.outputs };
  const faults = faultsIn(outputs);
  if (faults.length > 0) throw new Error(`bundles break their limits:\n  ${faults.join('\n  ')}`);
  return reportOf(outputs);
}

/** The files that functions load on demand, beside the `index.mjs` that does. */
function onDemandOf({ outputs }: Metafile): { in: string; out: string }[] {
  return Object.entries(outputs).flatMap(([path, { imports }]) =>
    imports.filter(isOnDemand).map((one) => {
      const name = basename(one.path, '.mjs');
      return { in: join(root, 'shared', `${name}.ts`), out: join(functionOf(path), name) };
    }),
  );
}

function functionOf(output: string): string {
  return dirname(output).split('/').slice(-2).join('/');
}

function nameOf(source: string): string {
  return `${basename(dirname(source))}/${basename(source, '.lambda.ts')}`;
}

function reportOf(outputs: Metafile['outputs']): BundleReport {
  return Object.entries(outputs).map(([path, { bytes }]) => ({
    name: path.endsWith('/index.mjs') ? functionOf(path) : `${functionOf(path)}/${basename(path)}`,
    kilobytes: Math.round(bytes / 100) / 10,
  }));
}

/** The site function reads these two beside its `index.mjs`. */
async function copySiteFiles(folder: string): Promise<void> {
  const files = {
    'openapi.json': join(root, 'docs/openapi.json'),
    'standalone.js': join(root, 'node_modules/@scalar/api-reference/dist/browser/standalone.js'),
  };

  for (const [name, source] of Object.entries(files)) {
    await cp(source, join(folder, 'site/site', name)).catch((cause: unknown) => {
      throw new Error(`the site function needs ${source}; docs/openapi.json is generated from the route tables`, {
        cause,
      });
    });
  }
}

if (import.meta.main) {
  try {
    for (const { name, kilobytes } of await bundle()) console.log(`${kilobytes.toFixed(1).padStart(7)} KB  ${name}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
