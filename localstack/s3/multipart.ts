import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { receiveBody } from './body.ts';
import type { ReceivedBody } from './body.ts';
import { commit } from './bucket.ts';
import type { Bucket } from './bucket.ts';
import type { Reply } from './read.ts';
import { Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';
import { keptHeaders } from './write.ts';
import type { WriteContext } from './write.ts';
import { element, xml } from './xml.ts';

/** An upload in parts that is neither complete nor given up. */
export interface Upload {
  bucket: string;
  key: string;
  headers: Record<string, string>;
  parts: Map<number, ReceivedBody>;
}

export type Uploads = Map<string, Upload>;

type Context = WriteContext & { uploads: Uploads };

const smallestPart = 5 * 2 ** 20;

export function createUpload(bucket: Bucket, request: S3Request, { uploads }: Context): Reply {
  const id = randomUUID();
  uploads.set(id, { bucket: bucket.name, key: request.key, headers: keptHeaders(request), parts: new Map() });
  const content = element('Bucket', bucket.name) + element('Key', request.key) + element('UploadId', id);
  return { status: 200, body: xml('InitiateMultipartUploadResult', content) };
}

/** UploadPart: verified like a whole body; a part sent again replaces the old one. */
export async function uploadPart(bucket: Bucket, request: S3Request, context: Context): Promise<Reply> {
  const upload = uploadOf(bucket, request, context);
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > 10_000) {
    throw new Refusal(400, 'InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
  }
  const part = await receiveBody(request, context.payloadHash, join(context.directory, randomUUID()));
  const old = upload.parts.get(number);
  upload.parts.set(number, part);
  if (old) await rm(old.path, { force: true });
  return { status: 200, headers: { etag: `"${part.md5Hex}"`, ...part.checksums } };
}

/** Joins the parts that the request lists into one object; its ETag and checksum are composite, as on AWS. */
export async function completeUpload(bucket: Bucket, request: S3Request, context: Context): Promise<Reply> {
  const upload = uploadOf(bucket, request, context);
  const parts = choose(upload, await readList(request, context));
  const path = join(context.directory, randomUUID());
  const output = createWriteStream(path, { mode: 0o600 });
  for (const part of parts) await pipeline(createReadStream(part.path), output, { end: false });
  await new Promise<void>((resolve) => output.end(() => resolve()));

  const md5 = composite(
    'md5',
    parts.map(({ md5Hex }) => Buffer.from(md5Hex, 'hex')),
  ).toString('hex');
  const etag = `"${md5}-${parts.length}"`;
  const size = parts.reduce((sum, part) => sum + part.size, 0);
  const checksums = compositeChecksum(parts);
  commit(
    bucket,
    { key: upload.key, path, size, etag, modified: context.now, headers: upload.headers, checksums },
    request,
  );
  discard(context.uploads, request);
  const content = element('Bucket', bucket.name) + element('Key', upload.key) + element('ETag', etag);
  return { status: 200, body: xml('CompleteMultipartUploadResult', content) };
}

/** ListParts: what has come of an upload, by number; one page, as no upload of ours has a thousand parts. */
export function listParts(bucket: Bucket, request: S3Request, context: Context): Reply {
  const { key, parts } = uploadOf(bucket, request, context);
  const listed = [...parts]
    .toSorted(([one], [other]) => one - other)
    .map(([number, part]) => partElement(number, part));
  const whose = element('Bucket', bucket.name) + element('Key', key) + element('UploadId', idOf(request));
  const content = `${whose}${element('IsTruncated', 'false')}${listed.join('')}`;
  return { status: 200, headers: { 'content-type': 'application/xml' }, body: xml('ListPartsResult', content) };
}

function partElement(number: number, { size, md5Hex, checksums }: ReceivedBody): string {
  const sha256 = checksums['x-amz-checksum-sha256'];
  const fields = [
    element('PartNumber', number),
    element('ETag', `"${md5Hex}"`),
    element('Size', size),
    ...(sha256 === undefined ? [] : [element('ChecksumSHA256', sha256)]),
  ];
  return `<Part>${fields.join('')}</Part>`;
}

export function abortUpload(bucket: Bucket, request: S3Request, context: Context): Reply {
  uploadOf(bucket, request, context);
  discard(context.uploads, request);
  return { status: 204 };
}

const idOf = ({ query }: S3Request): string => query.get('uploadId') ?? '';

function uploadOf(bucket: Bucket, request: S3Request, { uploads }: Context): Upload {
  const upload = uploads.get(idOf(request));
  if (upload?.bucket === bucket.name && upload.key === request.key) return upload;
  throw new Refusal(404, 'NoSuchUpload', 'The specified multipart upload does not exist.');
}

function discard(uploads: Uploads, request: S3Request): void {
  for (const { path } of uploads.get(idOf(request))?.parts.values() ?? []) rmSync(path, { force: true });
  uploads.delete(idOf(request));
}

async function readList(request: S3Request, { directory, payloadHash }: Context): Promise<[number, string][]> {
  const { path } = await receiveBody(request, payloadHash, join(directory, randomUUID()));
  const text = await readFile(path, 'utf8');
  await rm(path);
  return [...text.matchAll(/<Part>(.*?)<\/Part>/gs)].map(([, part = '']) => {
    const [, number] = /<PartNumber>(\d+)</.exec(part) ?? [];
    const [, etag = ''] = /<ETag>(?:"|&quot;)?([0-9a-f]+)/.exec(part) ?? [];
    return [Number(number), etag];
  });
}

function choose({ parts }: Upload, list: [number, string][]): ReceivedBody[] {
  if (list.length === 0) throw new Refusal(400, 'MalformedXML', 'The XML you provided was not well-formed.');
  if (list.some(([number], index) => number <= (list[index - 1]?.[0] ?? 0))) {
    throw new Refusal(400, 'InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  return list.map(([number, etag], index) => {
    const part = parts.get(number);
    if (part?.md5Hex !== etag)
      throw new Refusal(400, 'InvalidPart', 'One or more of the specified parts could not be found.');
    if (index === list.length - 1 || part.size >= smallestPart) return part;
    throw new Refusal(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  });
}

/** Of the parts' checksums, not of the whole: who wants that of the whole must read the object. */
function compositeChecksum(parts: ReceivedBody[]): Record<string, string> {
  const name = 'x-amz-checksum-sha256';
  const values = parts.flatMap(({ checksums }) => checksums[name] ?? []);
  if (values.length < parts.length) return {};
  const whole = composite(
    'sha256',
    values.map((value) => Buffer.from(value, 'base64')),
  ).toString('base64');
  return { [name]: `${whole}-${parts.length}` };
}

function composite(algorithm: string, digests: Buffer[]): Buffer {
  return createHash(algorithm).update(Buffer.concat(digests)).digest();
}
