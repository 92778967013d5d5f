import { createReadStream, openSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { isUnchanged, objectOf } from './bucket.ts';
import type { Bucket, StoredObject } from './bucket.ts';
import { Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';

/** An answer; a stream is sent piece by piece. */
export interface Reply {
  status: number;
  headers?: Record<string, string>;
  body?: string | Readable;
}

const overridable = ['content-type', 'content-disposition', 'cache-control', 'content-encoding', 'content-language'];

const latin1 = /^[\u0020-\u00ff]*$/;

/** GetObject and HeadObject, with conditions, one byte range and the overrides that a presigned URL may carry. */
export function readObject(bucket: Bucket, request: S3Request): Reply {
  const object = objectOf(bucket, request.key);
  if (isUnchanged(request, object)) return { status: 304, headers: { etag: object.etag } };

  const range = rangeOf(request.header('range'), object.size);
  const headers = { ...describe(object), ...overrides(request), 'accept-ranges': 'bytes' };
  const checksums = request.header('x-amz-checksum-mode')?.toUpperCase() === 'ENABLED' ? object.checksums : {};
  const body = (start: number, end: number): { body?: Readable } => {
    if (request.method === 'HEAD' || object.size === 0) return {};
    // Opened at once: a later put or delete takes the name away, never the bytes under a reader.
    return { body: createReadStream(object.path, { fd: openSync(object.path, 'r'), start, end }) };
  };

  if (!range) {
    const length = { 'content-length': String(object.size) };
    return { status: 200, headers: { ...headers, ...checksums, ...length }, ...body(0, object.size - 1) };
  }
  const [start, end] = range;
  const part = { 'content-length': String(end - start + 1), 'content-range': `bytes ${start}-${end}/${object.size}` };
  return { status: 206, headers: { ...headers, ...part }, ...body(start, end) };
}

function describe({ etag, modified, headers }: StoredObject): Record<string, string> {
  return { 'content-type': 'binary/octet-stream', ...headers, etag, 'last-modified': modified.toUTCString() };
}

function overrides({ query }: S3Request): Record<string, string> {
  const entries = overridable.flatMap((name) => {
    const value = query.get(`response-${name}`);
    if (value === null) return [];
    if (!latin1.test(value)) {
      throw new Refusal(400, 'InvalidArgument', 'Header value cannot be represented using ISO-8859-1.');
    }
    return [[name, value]];
  });
  return Object.fromEntries(entries);
}

function rangeOf(text: string | undefined, size: number): [number, number] | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (start <= end) return [start, end];
  throw new Refusal(416, 'InvalidRange', 'The requested range is not satisfiable');
}
