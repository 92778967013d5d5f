import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      properties: z.object({ templateFile: z.string().optional(), stackName: z.string().optional() }).optional(),
    }),
  ),
});

const properties = z.record(z.string(), z.unknown());

const template = z.object({
  Parameters: z.record(z.string(), z.object({ Type: z.string(), Default: z.unknown().optional() })).default({}),
  Conditions: properties.default({}),
  Mappings: z.record(z.string(), z.record(z.string(), properties)).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: properties.default({}),
      DependsOn: z.union([z.string(), z.array(z.string())]).default([]),
      Condition: z.string().optional(),
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: z.unknown().optional(), Export: z.object({ Name: z.unknown().optional() }).optional() }),
    )
    .default({}),
});

const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

export type Template = z.infer<typeof template>;

/** One synthesised stack: its template and where the files of its assets are, by their object key. */
export interface Stack {
  /** The construct's id, such as `gulou-gateway`. */
  id: string;
  /** The name CloudFormation would give it, such as `banshi-gulou-gateway`. */
  name: string;
  template: Template;
  assets: ReadonlyMap<string, string>;
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function readAssets(directory: string, templateFile: string): Map<string, string> {
  const file = join(directory, templateFile.replace(/\.template\.json$/, '.assets.json'));
  if (!existsSync(file)) return new Map();
  const { files } = assetManifest.parse(readJson(file));
  return new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, resolve(directory, source.path ?? '')] as const),
    ),
  );
}

/** Reads every stack of a cloud assembly (`cdk.out`). Throws when the directory holds none. */
export function readAssembly(directory: string): Stack[] {
  const { artifacts } = manifest.parse(readJson(join(directory, 'manifest.json')));
  const stacks = Object.entries(artifacts).flatMap(([id, { type, properties: found }]) => {
    const templateFile = found?.templateFile;
    if (type !== 'aws:cloudformation:stack' || !templateFile) return [];
    return {
      id,
      name: found.stackName ?? id,
      template: template.parse(readJson(join(directory, templateFile))),
      assets: readAssets(directory, templateFile),
    };
  });
  if (stacks.length === 0) throw new Error(`${directory} holds no stack`);
  return stacks;
}
