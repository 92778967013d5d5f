import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { build } from 'esbuild';
import * as z from 'zod';
import { buildOptions } from '../../infra/bundle.ts';
import { startBuckets } from '../../localstack/s3/front.ts';
import { startScanner } from '../../localstack/scanner/scanner.ts';
import { pdfOf } from '../support/pdf.ts';
import { countLine, shownLine, type Line } from './table.ts';

const run = promisify(execFile);
const mebibyte = 2 ** 20;
const bucket = 'files';
const credentials = { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'token' };
const looked = z.object({ why: z.string().optional(), peakMib: z.number() });

/** Peak memory of the checker's look at a PDF, Node itself included: it reads the file once, whatever its size. */
export async function check(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'banshi-bench-'));
  const scanner = await startScanner();
  const buckets = await startBuckets({ clock: { now: () => new Date() }, credentials, notify: () => undefined });
  buckets.create(bucket, {});
  const client = new S3Client({ endpoint: buckets.endpoint, region: 'local-1', credentials });
  try {
    const script = await bundled(folder);
    const look = (mib: number) => peakOf(script, mib, { client, endpoint: buckets.endpoint, scanner: scanner.address });
    const [small, large, largest] = [await look(1), await look(50), await look(500)];
    return [
      countLine('check of a 50 MB PDF, peak memory', large, { limit: 256, unit: ' MiB' }),
      shownLine('  of 1 MB, and of 500 MB', `${small.toFixed(0)} MiB, ${largest.toFixed(0)} MiB`),
    ];
  } finally {
    client.destroy();
    await buckets.stop();
    await scanner.stop();
    await rm(folder, { recursive: true });
  }
}

/** Built as the function is. */
async function bundled(folder: string): Promise<string> {
  const outfile = join(folder, 'look.mjs');
  await build({
    ...buildOptions,
    outExtension: {},
    entryPoints: [join(import.meta.dirname, 'check/look.ts')],
    outfile,
  });
  return outfile;
}

interface Place {
  client: S3Client;
  endpoint: string;
  scanner: string;
}

async function peakOf(script: string, mib: number, { client, endpoint, scanner }: Place): Promise<number> {
  const bytes = pdfOf('x'.repeat(mib * mebibyte - 1000));
  const key = `${mib}.pdf`;
  const { ETag: etag } = await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes }));
  const seen = { key, etag, size: bytes.length };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const declared = { name: key, mediaType: 'application/pdf', size: bytes.length, sha256 };
  const env = {
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_REGION: 'local-1',
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    AWS_SESSION_TOKEN: credentials.sessionToken,
  };
  const said = JSON.stringify({ seen, declared, bucket, scanner });
  const { stdout } = await run(process.execPath, ['--max-semi-space-size=1', script, said], { env });
  const { why, peakMib } = looked.parse(JSON.parse(stdout));
  if (why !== undefined) throw new Error(`a whole PDF of ${mib} MB was refused: ${why}`);
  return peakMib;
}
