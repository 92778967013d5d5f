import { cp, glob, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';
import { bundleFolder, root } from './bundle-paths.ts';
import { faultsIn } from './bundle-faults.ts';
import { lazyBuiltins, leanerSdk, twoLocales } from './bundle-plugins.ts';

export interface Bundle {
  /** `<service>/<function>`. */
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
  plugins: [lazyBuiltins, leanerSdk, twoLocales],
  legalComments: 'none',
  charset: 'utf8',
  outExtension: { '.js': '.mjs' },
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions;

/**
 * Bundles every `services/<service>/<function>.lambda.ts` to `dist/lambda/<service>/<function>/index.mjs` in one call.
 * Throws when a source does not build or a bundle breaks one of the limits of `bundle-faults.ts`.
 */
export async function bundle(): Promise<BundleReport> {
  const sources: string[] = [];
  for await (const source of glob('services/*/*.lambda.ts', { cwd: root })) sources.push(source);
  if (sources.length === 0) throw new Error('no services/*/*.lambda.ts to bundle');

  await rm(bundleFolder, { recursive: true, force: true });
  const entryPoints = sources
    .toSorted()
    .map((source) => ({ in: join(root, source), out: join(nameOf(source), 'index') }));
  const { metafile } = await build({ ...buildOptions, entryPoints, absWorkingDir: root, outdir: bundleFolder });

  const faults = faultsIn(metafile);
  if (faults.length > 0) throw new Error(`bundles break their limits:\n  ${faults.join('\n  ')}`);
  if (sources.some((source) => nameOf(source) === 'site/site')) await copySiteFiles();
  return reportOf(metafile);
}

function nameOf(source: string): string {
  return `${basename(dirname(source))}/${basename(source, '.lambda.ts')}`;
}

function reportOf({ outputs }: Metafile): BundleReport {
  return Object.entries(outputs).map(([path, { bytes }]) => ({
    name: dirname(path).split('/').slice(-2).join('/'),
    kilobytes: Math.round(bytes / 100) / 10,
  }));
}

/** The site function reads these two beside its `index.mjs`. */
async function copySiteFiles(): Promise<void> {
  const files = {
    'openapi.json': join(root, 'docs/openapi.json'),
    'standalone.js': join(root, 'node_modules/@scalar/api-reference/dist/browser/standalone.js'),
  };

  for (const [name, source] of Object.entries(files)) {
    await cp(source, join(bundleFolder, 'site/site', name)).catch((cause: unknown) => {
      throw new Error(`the site function needs ${source}; docs/openapi.json is generated from the route tables`, {
        cause,
      });
    });
  }
}

if (import.meta.main) {
  for (const { name, kilobytes } of await bundle()) console.log(`${kilobytes.toFixed(1).padStart(7)} KB  ${name}`);
}
