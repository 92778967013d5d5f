import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { receiveBody } from './body.ts';
import { commit, objectOf } from './bucket.ts';
import type { Bucket, StoredObject } from './bucket.ts';
import type { Reply } from './read.ts';
import { Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';
import { element, xml } from './xml.ts';

/** Where new bytes go, and the time they are stamped with. */
export interface WriteContext {
  directory: string;
  now: Date;
  payloadHash: string;
}

const kept = new Set(['content-type', 'content-disposition', 'cache-control', 'content-language', 'expires']);
const isKept = (name: string): boolean =>
  kept.has(name) || name.startsWith('x-amz-meta-') || name.startsWith('x-amz-server-side-encryption');

/** PutObject: the object is there whole, or not at all. */
export async function putObject(
  bucket: Bucket,
  request: S3Request,
  { directory, now, payloadHash }: WriteContext,
): Promise<Reply> {
  const { path, size, md5Hex, checksums } = await receiveBody(request, payloadHash, join(directory, randomUUID()));
  const headers = keptHeaders(request);
  const object = { key: request.key, path, size, etag: `"${md5Hex}"`, modified: now, headers, checksums };
  commit(bucket, object, request);
  return { status: 200, headers: { etag: object.etag, ...checksums, ...encryptionOf(headers) } };
}

/** CopyObject within the local cloud. */
export async function copyObject(
  bucket: Bucket,
  request: S3Request,
  { directory, now, find }: WriteContext & { find: (name: string) => Bucket },
): Promise<Reply> {
  const [name = '', ...rest] = decodeURIComponent(request.header('x-amz-copy-source') ?? '')
    .replace(/^\//, '')
    .split('/');
  const source = objectOf(find(name), rest.join('/'));
  const path = join(directory, randomUUID());
  await copyFile(source.path, path).catch(() => {
    throw new Refusal(404, 'NoSuchKey', 'The specified key does not exist.');
  });

  const replace = request.header('x-amz-metadata-directive') === 'REPLACE';
  const headers = replace ? keptHeaders(request) : source.headers;
  const object: StoredObject = { ...source, key: request.key, path, modified: now, headers };
  commit(bucket, object, request);
  const result = element('ETag', object.etag) + element('LastModified', now.toISOString());
  return { status: 200, headers: encryptionOf(headers), body: xml('CopyObjectResult', result) };
}

/** The headers of a request that belong to its object. */
export function keptHeaders({ message, query, header }: S3Request): Record<string, string> {
  const names = [...Object.keys(message.headers), ...query.keys()].map((name) => name.toLowerCase());
  const entries = names.filter(isKept).map((name) => [name, header(name) ?? '']);
  // `aws-chunked` is about the way here, not about the object.
  const encoding = (header('content-encoding') ?? '').replace(/aws-chunked,? */, '');
  return { ...Object.fromEntries(entries), ...(encoding !== '' && { 'content-encoding': encoding }) };
}

function encryptionOf(headers: Record<string, string>): Record<string, string> {
  const entries = Object.entries(headers).filter(([name]) => name.startsWith('x-amz-server-side-encryption'));
  return Object.fromEntries(entries);
}
