import { randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { Bucket, openBucket } from '#shared/bucket';
import { createBus } from '#shared/bus';
import { handOverEnv, handOverReader } from '#shared/handed-over';
import { once } from '#shared/once';
import { partyKeyReader } from '#shared/party-key';
import { createRuntime } from '#shared/runtime';
import type { secretReader } from '#shared/secret';
import { intakeParts } from './parts.ts';
import type { officeSigners } from '#shared/seal/office-signers';
import type { archiveStore } from './stores/archives.ts';
import { applicationStore } from './stores/applications.ts';
import { calendarStore } from './stores/calendars.ts';
import { catalogueStore } from './stores/catalogue.ts';
import { documentMaking } from './stores/document-making.ts';
import { licencePapers } from './stores/licence-papers.ts';
import { payerNames } from './stores/payer-names.ts';
import { sealStore } from '#shared/seal/seal-store';

export type IntakeDeps = ReturnType<typeof intakeDeps>;

/** Reads the environment and builds what intake's functions work with. */
export function intakeDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('intake', env);
  return {
    ...runtime,
    ...intakeParts(runtime),
    newCode,
    partyKey: partyKeyReader(env),
    papers: paperReader(env),
    handedOver: handOverReader(env),
    sets: async () => (await import('./sets.ts')).setsIn(env),
  };
}

// Without what is taken for something else when it is read aloud or copied by hand.
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** Six characters by chance, some 890 million of them: what lets the holder of a receipt look where his case stands. */
function newCode(): string {
  return Array.from({ length: 6 }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

const paperEnv = once(() => z.object({ DOCUMENT_BUCKET: z.string().min(1) }));

/** The bucket of what was put in writing; opened only where somebody reads a document. */
function paperReader(env: NodeJS.ProcessEnv): () => Promise<Pick<Bucket, 'readAddress'>> {
  let opened: Bucket | undefined;
  return async () => {
    const { openBucket } = await import('#shared/bucket');
    opened ??= openBucket(paperEnv().parse(env).DOCUMENT_BUCKET);
    return opened;
  };
}

const documentEnv = once(() =>
  z.object({
    ...paperEnv().shape,
    SEAL_SECRET_ARN: z.string().min(1),
    ...handOverEnv().shape,
    CITY_BASE: z.url(),
    SET_NAME: z
      .string()
      .transform((text): unknown => JSON.parse(text))
      .pipe(z.object({ zh: z.string(), en: z.string() })),
  }),
);

/** Libraries of the maker of documents alone, handed in by its entry: `api`, which shares this file, must not reach them. */
interface Libraries {
  openBucket: typeof openBucket;
  secretReader: typeof secretReader;
  officeSigners: typeof officeSigners;
}

export type DocumentDeps = ReturnType<typeof documentDeps>;

/** What the maker of documents works with: records to read, a bucket to write to, and the secret that its seals come from. */
export function documentDeps(
  { openBucket, secretReader, officeSigners }: Libraries,
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('intake', env);
  const { DOCUMENT_BUCKET, SEAL_SECRET_ARN, SET_NAME: place, ...city } = documentEnv().parse(env);
  const { table, publisher, now } = runtime;
  return {
    ...runtime,
    place,
    applications: applicationStore(table, publisher),
    catalogue: catalogueStore(table, now),
    calendars: calendarStore(table, publisher, now),
    documents: documentMaking(table),
    licencePapers: licencePapers(table, publisher),
    payers: payerNames(table, publisher),
    cityBase: city.CITY_BASE,
    handOver: openBucket(city.HAND_OVER_BUCKET),
    caseMaterials: async () => (await import('./stores/case-materials.ts')).caseMaterialStore(table, publisher),
    bucket: openBucket(DOCUMENT_BUCKET),
    signerFor: officeSigners({ secret: secretReader(SEAL_SECRET_ARN), seals: sealStore(table), place: place.zh, now }),
    newVerification: () => verification(runtime.set),
    // Beside the bundle: it takes a moment to read, once.
    font: once(() => readFile(join(import.meta.dirname, 'font.ttf'))),
  };
}

/** GULOU-7KQ2-MZ8N-4RTA: the set that made it, and twelve characters in groups, as they are read aloud; nobody finds one by trying. */
function verification(set: string): string {
  const random = Array.from({ length: 2 }, () => newCode()).join('');
  return `${set.toUpperCase()}-${random.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')}`;
}

export type ArchiveDeps = ReturnType<typeof archiveDeps>;

/** What the archive works with, handed in for the same reason: the records of cases, and the bucket in which their papers are. */
export function archiveDeps(
  libraries: { openBucket: typeof openBucket; archiveStore: typeof archiveStore },
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('intake', env);
  return {
    ...runtime,
    archives: libraries.archiveStore(runtime.table, runtime.publisher),
    bucket: libraries.openBucket(paperEnv().parse(env).DOCUMENT_BUCKET),
  };
}

/** What the publisher works with: the outbox and the bus, nothing of the cases. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('intake', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
