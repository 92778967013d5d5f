import { globSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { readSets } from './districts.ts';
import { addNag } from './nag.ts';
import { createSystem } from './system.ts';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  DeletionPolicy: z.string().optional(),
});
const output = z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() });
const template = z.object({
  Resources: z.record(z.string(), resource),
  Outputs: z.record(z.string(), output).default({}),
});

export interface SynthesisedStack {
  id: string;
  text: string;
  dependencies: string[];
  exports: string[];
  resources: SynthesisedResource[];
}

export interface SynthesisedResource {
  stack: string;
  id: string;
  type: string;
  kept: boolean;
  properties: Record<string, unknown>;
}

/** Every function that is deployed, as `<service>/<function>`. */
const bundles = globSync('services/*/*.lambda.ts', { cwd: join(import.meta.dirname, '..') }).map((source) =>
  source.slice('services/'.length, -'.lambda.ts'.length),
);

/** Synthesises these sets over bundles that hold nothing, so that the templates can be looked at. */
export async function synthesise(options: {
  sets: string;
  directory?: string;
  region: string;
  checked: boolean;
}): Promise<SynthesisedStack[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-synthesis-'));
  for (const name of bundles) {
    await mkdir(join(folder, 'lambda', name), { recursive: true });
    await writeFile(join(folder, 'lambda', name, 'index.mjs'), `export const handler = '${name}';`);
  }

  const { region, checked } = options;
  const sets = readSets(options.sets);
  const directory = readSets(options.directory ?? options.sets);
  const places = { bundles: join(folder, 'lambda'), outdir: join(folder, 'cdk.out') };
  const app = createSystem({ sets, directory, region, checked, sandbox: false, ...places });
  if (checked) addNag(app);
  const { stacks } = app.synth();

  const read = stacks.map(({ id, dependencies, template: made }) => ({
    ...readTemplate(id, made),
    dependencies: dependencies.map((one) => one.id).filter((one) => !one.endsWith('.assets')),
  }));
  await rm(folder, { recursive: true });
  return read;
}

function readTemplate(stack: string, made: unknown): Omit<SynthesisedStack, 'dependencies'> {
  const { Resources, Outputs } = template.parse(made);
  return {
    id: stack,
    text: JSON.stringify(made),
    exports: Object.values(Outputs).flatMap(({ Export }) => (Export ? [String(Export.Name)] : [])),
    resources: Object.entries(Resources).map(([id, { Type, Properties, DeletionPolicy }]) => ({
      stack,
      id,
      type: Type,
      kept: DeletionPolicy === 'Retain',
      properties: Properties,
    })),
  };
}

/** Every value of this name anywhere below. */
export function valuesOf(name: string, below: unknown): unknown[] {
  if (Array.isArray(below)) return below.flatMap((one) => valuesOf(name, one));
  if (typeof below !== 'object' || below === null) return [];
  return Object.entries(below).flatMap(([key, value]) => [...(key === name ? [value] : []), ...valuesOf(name, value)]);
}

/** The text at this path, empty when there is none. */
export function textAt(below: unknown, ...path: string[]): string {
  const [name, ...rest] = path;
  if (name === undefined) return typeof below === 'string' ? below : '';
  return typeof below === 'object' && below !== null ? textAt(new Map(Object.entries(below)).get(name), ...rest) : '';
}
