import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import type { openBucket } from '#shared/bucket';
import { createBus } from '#shared/bus';
import { handOverEnv, handOverReader } from '#shared/handed-over';
import { once } from '#shared/once';
import { createRuntime } from '#shared/runtime';
import type { secretReader } from '#shared/secret';
import type { exchange } from './exchange/exchange.ts';
import type { Files, openFiles } from './files.ts';
import { materialsParts } from './parts.ts';
import type { clamdScanner } from './scanner/clamd.ts';
import type { copyStore } from './stores/copies.ts';
import { licenceStore } from './stores/licences.ts';
import { materialStore } from './stores/materials.ts';
import { partyStore } from '#shared/merged-parties';
import { useStore } from './stores/uses.ts';

export type MaterialsDeps = ReturnType<typeof materialsDeps>;

const filesEnv = once(() => z.object({ MATERIAL_BUCKET: z.string().min(1) }));

/** Reads the environment and builds what the functions of materials work with. */
export function materialsDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('materials', env);
  return {
    ...runtime,
    ...materialsParts(runtime),
    files: filesReader(env, runtime.now),
    handedOver: handOverReader(env),
  };
}

/** The bucket of documents; opened where somebody sends or reads a file, which few requests do. */
function filesReader(env: NodeJS.ProcessEnv, now: () => Date): () => Promise<Files> {
  let opened: Files | undefined;
  return async () => {
    const { openFiles } = await import('./files.ts');
    opened ??= openFiles(filesEnv().parse(env).MATERIAL_BUCKET, now);
    return opened;
  };
}

const scannerEnv = once(() => z.object({ SCANNER_ADDRESS: z.string().regex(/^[^:]+:\d+$/) }));

export type CheckDeps = ReturnType<typeof checkDeps>;

/** What the checker works with; its libraries are handed in by its entry, as `api`, which shares this file, must not reach them. */
export function checkDeps(
  libraries: { openFiles: typeof openFiles; clamdScanner: typeof clamdScanner },
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('materials', env);
  const { table, publisher, now } = runtime;
  return {
    ...runtime,
    materials: materialStore(table, publisher),
    files: libraries.openFiles(filesEnv().parse(env).MATERIAL_BUCKET, now),
    scan: libraries.clamdScanner(scannerEnv().parse(env).SCANNER_ADDRESS),
  };
}

const exchangeEnv = once(() => z.object({ SHARING_ADDRESS: z.string(), SHARING_KEY_SECRET_ARN: z.string().min(1) }));

/** A register that takes longer is asked again later. */
const registerTimeoutMs = 5000;

export type FetchDeps = ReturnType<typeof fetchDeps>;

/** What the function that fetches shared data works with: the cases, and the exchange that it asks. */
export function fetchDeps(
  libraries: { exchange: typeof exchange; secretReader: typeof secretReader; openBucket: typeof openBucket },
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('materials', env);
  const { table, publisher, now, newId: newNonce } = runtime;
  const { SHARING_ADDRESS: base, SHARING_KEY_SECRET_ARN } = exchangeEnv().parse(env);
  const key = libraries.secretReader(SHARING_KEY_SECRET_ARN);
  return {
    ...runtime,
    uses: useStore(table, publisher),
    licences: licenceStore(table, publisher),
    licenceSays: async () => (await import('./stores/licence-says.ts')).saysStore(table),
    held: async () => (await import('./stores/held.ts')).heldStore(table),
    parties: partyStore(table),
    fillings: async () => (await import('./stores/form-fillings.ts')).fillingStore(table, publisher),
    handOver: libraries.openBucket(handOverEnv().parse(env).HAND_OVER_BUCKET),
    ask: libraries.exchange({ base, key, now, newNonce, timeoutMs: registerTimeoutMs }),
  };
}

export type CopyDeps = ReturnType<typeof copyDeps>;

/** What the maker of copies works with, handed in for the same reason; its font is beside the bundle. */
export function copyDeps(
  libraries: { openFiles: typeof openFiles; copyStore: typeof copyStore },
  env: NodeJS.ProcessEnv = process.env,
) {
  const runtime = createRuntime('materials', env);
  return {
    ...runtime,
    copies: libraries.copyStore(runtime.table),
    files: libraries.openFiles(filesEnv().parse(env).MATERIAL_BUCKET, runtime.now),
    font: once(() => readFile(join(import.meta.dirname, 'font.ttf'))),
  };
}

/** What the publisher works with: the outbox and the bus. */
export function publishDeps(env: NodeJS.ProcessEnv = process.env) {
  const runtime = createRuntime('materials', env);
  return { ...runtime, bus: createBus(env, runtime.meter) };
}
