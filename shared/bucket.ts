import { Readable } from 'node:stream';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** A file as a bucket keeps it. */
export interface File {
  bytes: Uint8Array;
  contentType: string;
  /** What a browser calls it when it saves it; nothing personal. */
  fileName: string;
}

export type Bucket = ReturnType<typeof openBucket>;

/**
 * One bucket. A failed write throws. Where it is rarely needed, import this file on demand: the client is 200 KB of code.
 */
export function openBucket(name: string, client = new S3Client({})) {
  return {
    async put(key: string, { bytes, contentType, fileName }: File): Promise<void> {
      const disposition = `attachment; filename="${fileName}"`;
      const object = { Bucket: name, Key: key, Body: bytes, ContentType: contentType, ContentDisposition: disposition };
      await client.send(new PutObjectCommand(object));
    },

    /** A file's content. Throws where it is not there. */
    async get(key: string): Promise<Uint8Array> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
      if (!Body) throw new Error('a file in a bucket has no content');
      return Body.transformToByteArray();
    },

    /** A file's content, piece by piece, so that it need not fit in memory. Throws where it is not there. */
    async *read(key: string): AsyncGenerator<Uint8Array, void> {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: key }));
      if (!(Body instanceof Readable)) throw new Error('a file in a bucket has no content');
      yield* Body;
    },

    /** An address at which anybody can read the file for so many seconds; the caller has been asked who he is. */
    readAddress: (key: string, seconds: number): Promise<string> =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: name, Key: key }), { expiresIn: seconds }),
  };
}
