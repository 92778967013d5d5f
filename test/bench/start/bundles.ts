import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle, buildOptions, type BundleReport } from '../../../infra/bundle.ts';
import { root } from '../../../infra/bundle-paths.ts';

const bare = join(import.meta.dirname, 'bare.ts');

/** The bundles that are started, by name, as files; and the sizes of our own. */
export interface Bundles {
  files: { d1: string; d2: string; ours: string };
  report: BundleReport;
}

/** Builds the bare handler as people usually do (D1), the same with our own options (D2), and all of ours. */
export async function buildBundles(folder: string): Promise<Bundles> {
  const d1 = join(folder, 'd1.cjs');
  const d2 = join(folder, 'd2.mjs');
  await build({
    entryPoints: [bare],
    outfile: d1,
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    logLevel: 'silent',
  });
  await build({ ...buildOptions, absWorkingDir: root, entryPoints: [bare], outfile: d2 });
  const report = await bundle(join(folder, 'ours'));
  return { files: { d1, d2, ours: join(folder, 'ours/intake/api/index.mjs') }, report };
}
