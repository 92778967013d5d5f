import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { decodeChunks } from './aws-chunked.ts';
import { checksumNames, startDigests } from './checksum.ts';
import type { Digests } from './checksum.ts';
import { notImplemented, Refusal } from './refusal.ts';
import type { S3Request } from './request.ts';

/** A body that is complete and is what its sender said it is. */
export interface ReceivedBody {
  path: string;
  size: number;
  md5Hex: string;
  /** Verified checksums, as `x-amz-checksum-…` headers. */
  checksums: Record<string, string>;
}

const largestBody = 5 * 2 ** 30;
const unsignedTrailer = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** Writes a body to a file while it arrives, in little memory; on any refusal the file is gone again. */
export async function receiveBody(request: S3Request, payloadHash: string, path: string): Promise<ReceivedBody> {
  const length = declaredLength(request, payloadHash);
  const trailers = new Map<string, string>();
  const digests = startDigests(neededDigests(request, payloadHash));
  // The connection outlives a refused body, so that the refusal can be answered.
  const bytes: AsyncIterable<Buffer> = request.message.iterator({ destroyOnReturn: false });
  const source = payloadHash === unsignedTrailer ? decodeChunks(bytes, trailers) : bytes;
  try {
    const size = await write(source, { path, digests, length });
    const results = digests.results();
    checkPayloadHash(payloadHash, results);
    const checksums = checkChecksums(request, trailers, results);
    return { path, size, md5Hex: Buffer.from(results['md5'] ?? '', 'base64').toString('hex'), checksums };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function write(
  source: AsyncIterable<Buffer>,
  { path, digests, length }: { path: string; digests: Digests; length: number },
): Promise<number> {
  let size = 0;
  await pipeline(
    source,
    async function* (pieces: AsyncIterable<Buffer>) {
      for await (const piece of pieces) {
        size += piece.length;
        digests.update(piece);
        yield piece;
      }
    },
    createWriteStream(path, { mode: 0o600 }),
  );
  if (size === length) return size;
  throw new Refusal(400, 'IncompleteBody', 'You did not provide the number of bytes specified by the length header');
}

function declaredLength(request: S3Request, payloadHash: string): number {
  if (payloadHash.startsWith('STREAMING-') && payloadHash !== unsignedTrailer) throw notImplemented(payloadHash);
  const name = payloadHash === unsignedTrailer ? 'x-amz-decoded-content-length' : 'content-length';
  const length = request.header(name);
  if (length === undefined) {
    throw new Refusal(411, 'MissingContentLength', `You must provide the ${name} HTTP header.`);
  }
  if (Number(length) <= largestBody) return Number(length);
  throw new Refusal(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
}

function neededDigests(request: S3Request, payloadHash: string): Set<string> {
  const names = claimedChecksums(request);
  const unknown = names.filter((name) => !checksumNames.includes(name));
  if (unknown.length > 0) throw notImplemented(`checksum ${unknown.join(', ')}`);
  return new Set(['md5', ...names, ...(isHash(payloadHash) ? ['sha256'] : [])]);
}

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

function claimedChecksums({ message, query, header }: S3Request): string[] {
  const trailer = header('x-amz-trailer')?.split(',') ?? [];
  const named = [...Object.keys(message.headers), ...query.keys(), ...trailer].flatMap((name) => {
    const [, algorithm] = /^x-amz-checksum-(.+)$/i.exec(name.trim()) ?? [];
    return algorithm === undefined ? [] : [algorithm.toLowerCase()];
  });
  return named.filter((name) => name !== 'algorithm' && name !== 'mode' && name !== 'type');
}

function checkPayloadHash(payloadHash: string, results: Record<string, string>): void {
  if (!isHash(payloadHash) || Buffer.from(payloadHash, 'hex').toString('base64') === results['sha256']) return;
  throw new Refusal(
    400,
    'XAmzContentSHA256Mismatch',
    "The provided 'x-amz-content-sha256' header does not match what was computed.",
  );
}

function checkChecksums(
  request: S3Request,
  trailers: ReadonlyMap<string, string>,
  results: Record<string, string>,
): Record<string, string> {
  const md5 = request.header('content-md5');
  if (md5 !== undefined && md5 !== results['md5']) {
    throw new Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
  }
  const entries = claimedChecksums(request).map((name) => {
    const header = `x-amz-checksum-${name}`;
    const claimed = trailers.get(header) ?? request.header(header);
    if (claimed === results[name]) return [header, claimed];
    const label = name.toUpperCase();
    throw new Refusal(400, 'BadDigest', `The ${label} you specified did not match the calculated checksum.`);
  });
  return Object.fromEntries(entries);
}
