import { parseArgs } from 'node:util';
import * as z from 'zod';
import { bundleFolder, root } from './bundle-paths.ts';
import { readSets } from './districts.ts';
import { createSystem } from './system.ts';

/** `-c name=value` as the CDK CLI passes it on, or as given to this file. */
const context = z.object({
  sets: z.string().default('fuzhou,gulou,jinan'),
  /** The sets in operation, as `GET /districts` shows them; those synthesised unless given. */
  directory: z.string().optional(),
  region: z.string().default('ap-east-1'),
  nag: z.enum(['on', 'off']).default('on'),
  /** What the templates are for; what is only to be tried with is in none of production. */
  stage: z.enum(['production', 'trial']).default('production'),
});

const { values } = parseArgs({
  options: { context: { type: 'string', short: 'c', multiple: true, default: [] }, output: { type: 'string' } },
});
const given = values.context.map((pair): [string, string] => {
  const [name = '', ...rest] = pair.split('=');
  return [name, rest.join('=')];
});
const fromCli: unknown = JSON.parse(process.env['CDK_CONTEXT_JSON'] ?? '{}');
const { sets, directory, region, nag, stage } = context.parse({
  ...z.record(z.string(), z.unknown()).parse(fromCli),
  ...Object.fromEntries(given),
});

const checked = nag === 'on';
const app = createSystem({
  sets: readSets(sets),
  directory: readSets(directory ?? sets),
  region,
  checked,
  sandbox: stage === 'trial',
  bundles: bundleFolder,
  outdir: process.env['CDK_OUTDIR'] ?? values.output ?? `${root}/cdk.out`,
});
// Loaded only when it is wanted: cdk-nag alone takes as long to load as the local start takes to synthesise.
if (checked) (await import('./nag.ts')).addNag(app);
app.synth();
