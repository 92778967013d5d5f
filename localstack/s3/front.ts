import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGuard } from '../dynamodb/guard.ts';
import { listen, stopServer } from '../server.ts';
import { authenticate } from './authenticate.ts';
import type { Credentials } from './authenticate.ts';
import { readBucketProperties } from './bucket-properties.ts';
import type { Bucket } from './bucket.ts';
import { corsHeaders, preflight } from './cors.ts';
import { bucketEvent } from './event.ts';
import type { BucketEvent } from './event.ts';
import type { Uploads } from './multipart.ts';
import { operate } from './operations.ts';
import type { Reply } from './read.ts';
import { Refusal } from './refusal.ts';
import { errorReply, sendReply } from './reply.ts';
import { readRequest } from './request.ts';
import type { S3Request } from './request.ts';

/** The buckets of the local cloud. */
export interface Buckets {
  endpoint: string;
  /** Creates a bucket from resolved `AWS::S3::Bucket` properties. */
  create(name: string, properties: unknown): { name: string; arn: string };
  /** Ends the service and deletes every object. */
  stop(): Promise<void>;
}

export interface BucketsOptions {
  /** Signatures are too old, and URLs expired, by this clock. */
  clock: { now(): Date };
  credentials: Credentials;
  notify: (event: BucketEvent) => void;
  /** Objects are files in a new directory below this one (default: the system's temporary directory). */
  directory?: string;
}

/**
 * Starts S3 on a free port, with path-style addresses. Requests are verified as S3 verifies them. Objects are files:
 * the emulator beside it holds bodies in memory, at most 11 MiB, and verifies nothing.
 */
export async function startBuckets(options: BucketsOptions): Promise<Buckets> {
  const buckets = new Map<string, Bucket>();
  const directory = mkdtempSync(join(options.directory ?? tmpdir(), 'banshi-s3-'));
  const dismissGuard = startGuard({ directory });
  const answer = createAnswer(buckets, directory, options);
  const server = createServer(
    (message, response) => void serve(message, response, { answer, buckets, clock: options.clock }),
  );
  const port = await listen(server, 0);

  const create = (name: string, properties: unknown): { name: string; arn: string } => {
    if (buckets.has(name)) throw new Error(`The bucket ${name} exists`);
    buckets.set(name, { name, rules: readBucketProperties(properties), objects: new Map() });
    return { name, arn: `arn:aws:s3:::${name}` };
  };
  const stop = async (): Promise<void> => {
    await stopServer(server);
    rmSync(directory, { recursive: true, force: true });
    dismissGuard();
  };
  return { endpoint: `http://127.0.0.1:${port}`, create, stop };
}

type Answer = (request: S3Request) => Promise<Reply>;

function createAnswer(buckets: ReadonlyMap<string, Bucket>, directory: string, options: BucketsOptions): Answer {
  const { clock, credentials, notify } = options;
  const uploads: Uploads = new Map();
  const find = (name: string): Bucket => {
    const bucket = buckets.get(name);
    if (bucket) return bucket;
    throw new Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist');
  };

  return async (request) => {
    if (request.method === 'OPTIONS') {
      return { status: 200, headers: preflight(request, find(request.bucket).rules.cors) };
    }
    const now = clock.now();
    const { payloadHash } = authenticate(request, credentials, now);
    const bucket = find(request.bucket);
    const changed: Parameters<typeof operate>[2]['changed'] = (change) => {
      if (bucket.rules.events) notify(bucketEvent(bucket, change, now));
    };
    return operate(bucket, request, { directory, now, payloadHash, uploads, find, changed });
  };
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  { answer, buckets, clock }: { answer: Answer; buckets: ReadonlyMap<string, Bucket> } & Pick<BucketsOptions, 'clock'>,
): Promise<void> {
  const requestId = randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase();
  response.setHeader('x-amz-request-id', requestId);
  // A client signs its next request by the clock of the last answer.
  response.setHeader('Date', clock.now().toUTCString());
  try {
    const request = readRequest(message);
    const cors = corsHeaders(request, buckets.get(request.bucket)?.rules.cors ?? []);
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    await sendReply(message, response, await answer(request));
  } catch (error) {
    await sendReply(message, response, errorReply(message, error, requestId));
  }
}
