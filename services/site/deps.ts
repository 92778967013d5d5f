import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import * as z from 'zod';

import { readBases } from './domain/bases.ts';
import type { Bases } from './domain/bases.ts';

const district = z.object({
  key: z.string().min(1),
  code: z.string().min(1),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  services: z.array(z.string()),
});

export interface SiteDeps {
  set: string;
  districts: z.infer<typeof district>[];
  bases: Bases;
  /** Text of a file that lies beside the bundle. */
  file: (name: 'openapi.json' | 'standalone.js') => Promise<string>;
}

const environment = z.object({
  BANSHI_SET: z.string().min(1),
  DISTRICTS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(district)),
  SET_BASES: z.string().default('').transform(readBases),
});

/** Reads the environment and builds what the site works with. */
export function siteDeps(
  env: Record<string, string | undefined> = process.env,
  directory: string = import.meta.dirname,
): SiteDeps {
  const { BANSHI_SET, DISTRICTS, SET_BASES } = environment.parse(env);
  return {
    set: BANSHI_SET,
    districts: DISTRICTS,
    bases: SET_BASES,
    file: (name) => readFile(join(directory, name), 'utf8'),
  };
}
