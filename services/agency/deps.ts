import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Bucket, openBucket } from '#shared/bucket';
import { createBus } from '#shared/bus';
import { once } from '#shared/once';
import { partyKeyReader } from '#shared/party-key';
import { createRuntime } from '#shared/runtime';
import type { officeSigners } from '#shared/seal/office-signers';
import { sealStore } from '#shared/seal/seal-store';
import type { secretReader } from '#shared/secret';
import { agencyParts } from './parts.ts';

export type AgencyDeps = ReturnType<typeof agencyDeps>;

/** Reads the environment and builds what the functions of agency work with. */
export function agencyDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('agency', env);
  return { ...runtime, ...agencyParts(runtime), partyKey: partyKeyReader(env), papers: paperReader(env) };
}

const paperEnv = once(() => z.object({ DOCUMENT_BUCKET: z.string().min(1) }));

/** The bucket of the sealed sheets; opened only where somebody fetches one. */
function paperReader(env: NodeJS.ProcessEnv): () => Promise<Pick<Bucket, 'readAddress'>> {
  return once(async () => {
    const { openBucket } = await import('#shared/bucket');
    return openBucket(paperEnv().parse(env).DOCUMENT_BUCKET);
  });
}

const drawingEnv = once(() =>
  z.object({
    ...paperEnv().shape,
    SEAL_SECRET_ARN: z.string().min(1),
    SET_NAME: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ zh: z.string(), en: z.string() })),
  }),
);

/** Libraries of the maker of sheets alone, handed in by its entry: `api`, which shares this file, must not reach them. */
interface Libraries {
  openBucket: typeof openBucket;
  secretReader: typeof secretReader;
  officeSigners: typeof officeSigners;
}
export type SheetDeps = ReturnType<typeof sheetDeps>;

/** What the maker of closing sheets works with: records to read, a bucket to write to, and the secret that its seal comes from. */
export function sheetDeps(
  { openBucket, secretReader, officeSigners }: Libraries,
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('agency', env);
  const { DOCUMENT_BUCKET, SEAL_SECRET_ARN, SET_NAME: place } = drawingEnv().parse(env);
  const { table, now } = runtime;
  const { mandates, projects } = agencyParts(runtime);
  return {
    ...runtime,
    mandates,
    projects,
    place,
    bucket: openBucket(DOCUMENT_BUCKET),
    signerFor: officeSigners({ secret: secretReader(SEAL_SECRET_ARN), seals: sealStore(table), place: place.zh, now }),
    // Beside the bundle: it takes a moment to read, once.
    font: once(() => readFile(join(import.meta.dirname, 'font.ttf'))),
  };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('agency', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
