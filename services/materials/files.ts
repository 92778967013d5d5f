import {
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { dispositionOf } from './domain/material/name.ts';
import { base64Of, putSigner, type UploadAddress } from '#shared/put-address';
import { uploadsInParts } from './files/uploads-in-parts.ts';

/** What must come there, and nothing else: the bucket itself refuses another length, content or second file. */
export interface Expected {
  key: string;
  mediaType: string;
  size: number;
  /** Hexadecimal. */
  sha256: string;
}

/** A file as it was when it was looked at: another one in its place has another tag. */
export interface Seen {
  key: string;
  etag: string;
}

export type Files = ReturnType<typeof openFiles>;

/**
 * The bucket of documents. What comes in stands under `quarantine/` until it has been checked, then under `clean/`. Import
 * this file on demand where it is rarely needed: the client is 200 KB of code.
 */
export function openFiles(bucket: string, now: () => Date) {
  // Else the SDK would sign the checksum of the empty body that it sees, and not of the file to come.
  const client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' });
  const address = putSigner(now);
  const at = ({ key, etag }: Seen) => ({ Bucket: bucket, Key: key, IfMatch: etag });
  return {
    ...uploadsInParts({ client, bucket, address }),
    ...wholeFiles(client, bucket),

    async uploadAddress({ key, mediaType, size, sha256 }: Expected): Promise<UploadAddress> {
      const checksum = base64Of(sha256);
      const put = new PutObjectCommand({
        Bucket: bucket,
        Key: key,
        ContentType: mediaType,
        ContentLength: size,
        ChecksumSHA256: checksum,
        IfNoneMatch: '*',
      });
      const headers = { 'content-type': mediaType, 'x-amz-checksum-sha256': checksum, 'if-none-match': '*' };
      return address((as) => getSignedUrl(client, put, as), headers);
    },

    /** The bytes of a file from `start` to `end`, both included; rejects where another file stands there now. */
    async range(seen: Seen, start: number, end: number): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ ...at(seen), Range: `bytes=${start}-${end}` }));
      if (!Body) throw new Error('a file in a bucket has no content');
      return Body.transformToByteArray();
    },

    /** All bytes of a file, a piece at a time; rejects where another file stands there now. */
    async *pieces(seen: Seen): AsyncGenerator<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand(at(seen)));
      if (!Body) throw new Error('a file in a bucket has no content');
      for await (const piece of Body.transformToWebStream()) yield z.instanceof(Uint8Array).parse(piece);
    },

    /** Puts the file that was checked, and no other, where checked files stand. */
    async accept({ key, etag }: Seen, to: string): Promise<void> {
      const source = `${bucket}/${key}`;
      await client.send(
        new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: source, CopySourceIfMatch: etag }),
      );
    },

    /** Nothing is left of a file, and its key stays taken until the bucket clears it away. */
    async empty(key: string): Promise<void> {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: new Uint8Array() }));
    },

    /** Nothing happens where there is no such file. */
    async remove(key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },

    /** An address at which anybody can read a checked file for so many seconds; the caller has been asked who he is. */
    readAddress(key: string, { name, mediaType }: { name: string; mediaType: string }, seconds: number) {
      const shown = { ResponseContentType: mediaType, ResponseContentDisposition: dispositionOf(name) };
      return getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key, ...shown }), { expiresIn: seconds });
    },
  };
}

/** Files that are read or made as a whole, such as the copies for staff. */
function wholeFiles(client: S3Client, bucket: string) {
  return {
    /** A whole file that has been checked; undefined where it is larger than that. */
    async whole(key: string, most: number): Promise<Uint8Array | undefined> {
      const { Body, ContentLength = 0 } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (!Body) throw new Error('a file in a bucket has no content');
      if (ContentLength <= most) return Body.transformToByteArray();
      await Body.transformToWebStream().cancel();
      return undefined;
    },

    /** Copies a checked file; false where there is none any more. */
    async copy(from: string, to: string): Promise<boolean> {
      try {
        await client.send(new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: `${bucket}/${from}` }));
        return true;
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return false;
        throw error;
      }
    },

    /** Puts a file where its key says; its key names its content, so that what stands there already is the same. */
    async keep(key: string, bytes: Uint8Array, mediaType: string): Promise<void> {
      await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: mediaType }));
    },
  };
}
