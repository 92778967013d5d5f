import { createHash } from 'node:crypto';
import { S3Client } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import type { BucketEvent } from './event.ts';
import { startBuckets } from './front.ts';
import type { Buckets } from './front.ts';

/** S3 with two buckets, a client that signs for it, and a presigner. */
export interface Fixture {
  buckets: Buckets;
  client: S3Client;
  events: BucketEvent[];
  clock: { now(): Date; skewMs: number };
  presign: (request: Presigned) => Promise<string>;
  stop(): Promise<void>;
}

export interface Presigned {
  method: string;
  path: string;
  /** Headers that the URL shall be bound to. */
  headers?: Record<string, string>;
  query?: Record<string, string>;
  /** Seconds. */
  expiresIn?: number;
  signedAt?: Date;
  secret?: string;
}

const credentials = { accessKeyId: 'LOCALKEY', secretAccessKey: 'local-secret', sessionToken: 'local-token' };

export async function startFixture(): Promise<Fixture> {
  const events: BucketEvent[] = [];
  const clock = { skewMs: 0, now: () => new Date(Date.now() + clock.skewMs) };
  const buckets = await startBuckets({ clock, credentials, notify: (event) => events.push(event) });
  buckets.create('plain', {});
  buckets.create('browser', {
    NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    CorsConfiguration: {
      CorsRules: [
        {
          AllowedOrigins: ['https://hall.example', 'https://*.city.example'],
          AllowedMethods: ['PUT', 'GET'],
          AllowedHeaders: ['content-type', 'x-amz-*'],
          ExposedHeaders: ['ETag'],
          MaxAge: 600,
        },
      ],
    },
  });
  const client = newClient(buckets.endpoint);
  const stop = async (): Promise<void> => {
    client.destroy();
    await buckets.stop();
  };
  return { buckets, client, events, clock, presign: (request) => presign(client, buckets.endpoint, request), stop };
}

export function newClient(endpoint: string, changes: Partial<typeof credentials> = {}): S3Client {
  return new S3Client({ endpoint, region: 'local-1', credentials: { ...credentials, ...changes }, maxAttempts: 1 });
}

// As the SDK's own presigner does: the URL says that the body is not signed.
const unsigned = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };

async function presign(client: S3Client, endpoint: string, request: Presigned): Promise<string> {
  const { hostname, port, host } = new URL(endpoint);
  const signer = new SignatureV4({
    credentials: { ...credentials, ...(request.secret !== undefined && { secretAccessKey: request.secret }) },
    region: 'local-1',
    service: 's3',
    sha256: client.config.sha256,
    uriEscapePath: false,
    applyChecksum: false,
  });
  const { method, path, query = {}, headers = {}, expiresIn = 300, signedAt = new Date() } = request;
  const signed = await signer.presign(
    {
      method,
      protocol: 'http:',
      hostname,
      port: Number(port),
      path,
      query,
      headers: { host, ...unsigned, ...headers },
    },
    { expiresIn, signingDate: signedAt, unhoistableHeaders: new Set(Object.keys(headers)) },
  );
  const url = new URL(path, endpoint);
  for (const [name, value] of Object.entries(signed.query ?? {})) url.searchParams.set(name, String(value));
  return url.href;
}

export const sha256 = (body: string | Buffer): string => createHash('sha256').update(body).digest('base64');
