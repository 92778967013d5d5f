import { cp, glob, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import type { BuildOptions, Metafile } from 'esbuild';
import { bundleFolder, root } from './bundle-paths.ts';
import { faultsIn } from './bundle-faults.ts';
import {
  eagerBytes,
  eagerFiles,
  functionsOnDemand,
  inlineTheRest,
  librariesOf,
  librariesOnDemand,
} from './bundle-on-demand.ts';
import { lazyBuiltins, leanerSdk, leanerZod } from './bundle-plugins.ts';
import { routesWithoutWords } from './bundle-routes.ts';

export interface Bundle {
  /** `<service>/<function>` for what its start reads; with a file's name for what it loads on demand. */
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
  plugins: [routesWithoutWords, lazyBuiltins, leanerSdk, leanerZod],
  legalComments: 'none',
  // A table of routes without its words no longer uses what only those named: such an import would keep its file at start.
  tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: false } },
  // One Chinese character makes V8 keep and scan the whole source as two-byte text: a tenth of the start of `api`.
  charset: 'ascii',
  outExtension: { '.js': '.mjs' },
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions;

type Outputs = Metafile['outputs'];

/**
 * Bundles every `services/<service>/<function>.lambda.ts` to `<service>/<function>/index.mjs` of the folder, and what is
 * loaded on demand to files beside it. Throws when a source does not build or a bundle breaks one of the limits of
 * `bundle-faults.ts`.
 */
export async function bundle(folder = bundleFolder): Promise<BundleReport> {
  const sources: string[] = [];
  for await (const source of glob('services/*/*.lambda.ts', { cwd: root })) sources.push(source);
  if (sources.length === 0) throw new Error('no services/*/*.lambda.ts to bundle');

  await rm(folder, { recursive: true, force: true });
  const entries = sources.toSorted().map((source) => ({ in: join(root, source), out: join(nameOf(source), 'index') }));
  const [apis, others] = [entries.filter(isApi), entries.filter((entry) => !isApi(entry))];
  const built = await Promise.all([buildWhole(others, folder), ...apis.map((entry) => buildInParts(entry, folder))]);
  const whole = Object.assign({}, ...built);
  const outputs = { ...whole, ...(await buildLibraries(whole, folder)) };
  const names = new Set(sources.map(nameOf));
  await copyFilesBeside(folder, names);

  const faults = faultsIn(outputs);
  if (faults.length > 0) throw new Error(`bundles break their limits:\n  ${faults.join('\n  ')}`);
  return reportOf(outputs);
}

interface Entry {
  in: string;
  out: string;
}

const isApi = ({ out }: Entry) => dirname(out).endsWith('/api');

/** Functions that need all they have: one file each. */
async function buildWhole(entryPoints: Entry[], outdir: string): Promise<Outputs> {
  const plugins = [librariesOnDemand, ...buildOptions.plugins];
  return (await build({ ...buildOptions, absWorkingDir: root, outdir, entryPoints, plugins })).metafile.outputs;
}

/** A function with many routes: those few call are files of their own. Two functions share no file, hence a build each. */
async function buildInParts(entry: Entry, folder: string): Promise<Outputs> {
  const { metafile } = await build({
    ...buildOptions,
    absWorkingDir: root,
    outdir: join(folder, dirname(entry.out)),
    entryPoints: [{ ...entry, out: basename(entry.out) }],
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [librariesOnDemand, functionsOnDemand(entry.in), ...buildOptions.plugins, inlineTheRest],
  });
  return metafile.outputs;
}

/** The libraries that functions load on demand, beside the `index.mjs` that does. */
async function buildLibraries(outputs: Outputs, folder: string): Promise<Outputs> {
  const entryPoints = byFunction(outputs).flatMap(({ name, files }) =>
    librariesOf(files).map((library) => ({ in: join(root, 'shared', `${library}.ts`), out: join(name, library) })),
  );
  return buildWhole(entryPoints, folder);
}

/** The outputs of each function. */
function byFunction(outputs: Outputs): { name: string; files: Outputs }[] {
  const groups = Object.groupBy(Object.entries(outputs), ([path]) => functionOf(path));
  return Object.entries(groups).map(([name, files = []]) => ({ name, files: Object.fromEntries(files) }));
}

function functionOf(output: string): string {
  return dirname(output).split('/').slice(-2).join('/');
}

function nameOf(source: string): string {
  return `${basename(dirname(source))}/${basename(source, '.lambda.ts')}`;
}

function reportOf(outputs: Outputs): BundleReport {
  const indexes = Object.keys(outputs).filter((path) => path.endsWith('/index.mjs'));
  const eager = new Set(indexes.flatMap((path) => eagerFiles(path, outputs)));
  const rest = Object.entries(outputs).filter(([path]) => !eager.has(path));
  return [
    ...indexes.map((path) => ({ name: functionOf(path), kilobytes: inKilobytes(eagerBytes(path, outputs)) })),
    ...rest.map(([path, { bytes }]) => ({
      name: `${functionOf(path)}/${basename(path)}`,
      kilobytes: inKilobytes(bytes),
    })),
  ];
}

function inKilobytes(bytes: number): number {
  return Math.ceil(bytes / 100) / 10;
}

/** What functions read beside their `index.mjs`. */
const font = 'node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf';
const filesBeside: Record<string, Record<string, string>> = {
  'site/site': {
    'openapi.json': 'docs/openapi.json',
    'standalone.js': 'node_modules/@scalar/api-reference/dist/browser/standalone.js',
  },
  'agency/sheets': { 'font.ttf': font },
  'intake/documents': { 'font.ttf': font },
  'materials/stamp': { 'font.ttf': font },
  'payments/receipts': { 'font.ttf': font },
};

async function copyFilesBeside(folder: string, names: ReadonlySet<string>): Promise<void> {
  const wanted = Object.entries(filesBeside).filter(([name]) => names.has(name));
  for (const [name, files] of wanted) {
    for (const [file, source] of Object.entries(files)) {
      await cp(join(root, source), join(folder, name, file)).catch((cause: unknown) => {
        throw new Error(`${name} needs ${source}; docs/openapi.json is generated from the route tables`, { cause });
      });
    }
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
