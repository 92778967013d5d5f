import * as z from 'zod';

const directory = z.object({
  DISTRICTS: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(z.object({ key: z.string(), name: z.string() }))),
});

export interface KnownSet {
  key: string;
  name: string;
}

/** The sets that the system was deployed with, the city first: the one list of `infra/districts.ts`. */
export const setsIn = (env: NodeJS.ProcessEnv): readonly KnownSet[] => directory.parse(env).DISTRICTS;
