import { createHash } from 'node:crypto';
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { declaredFiles } from '#shared/declared-files';

export type StatementFiles = ReturnType<typeof openStatementFiles>;

/** Parts of an upload have at least five megabytes, but for the last. */
const partBytes = 8 * 1024 * 1024;
const mediaType = 'application/octet-stream';

/**
 * The bucket of statements. What comes stands under `uploads/` until it is known to be whole, then under `statements/` for good. Import this
 * file on demand: the client is 200 KB of code.
 */
export function openStatementFiles(
  bucket: string,
  now: () => Date,
  // Else the SDK would sign the checksum of the empty body that it sees, and not of the file to come.
  client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
) {
  return {
    ...declaredFiles({ client, bucket, now }),

    /** Takes a file in as it comes, in the memory of one part. What breaks off on the way leaves nothing. */
    async take(key: string, bytes: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
      const [hash, file] = [createHash('sha256'), partsOf({ client, bucket, key })];
      let length = 0;
      for await (const piece of bytes) {
        hash.update(piece);
        length += piece.length;
        await file.add(piece);
      }
      await file.end();
      return { sha256: hash.digest('hex'), bytes: length };
    },

    /** Puts a file where it stays. */
    async keep(from: string, to: string): Promise<void> {
      await client.send(new CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: `${bucket}/${from}` }));
    },
  };
}

/** A file that comes in pieces: a small one is put at once, a large one in parts. */
function partsOf({ client, bucket, key }: { client: S3Client; bucket: string; key: string }) {
  const at = { Bucket: bucket, Key: key };
  const parts: { PartNumber: number; ETag: string | undefined }[] = [];
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let uploadId: string | undefined;

  async function part(): Promise<void> {
    uploadId ??= (await client.send(new CreateMultipartUploadCommand({ ...at, ContentType: mediaType }))).UploadId;
    const [PartNumber, Body] = [parts.length + 1, Buffer.concat(held)];
    const sent = await client.send(new UploadPartCommand({ ...at, UploadId: uploadId, PartNumber, Body }));
    parts.push({ PartNumber, ETag: sent.ETag });
    [held, heldBytes] = [[], 0];
  }

  return {
    async add(piece: Uint8Array): Promise<void> {
      held.push(piece);
      heldBytes += piece.length;
      if (heldBytes >= partBytes) await part();
    },
    async end(): Promise<void> {
      if (uploadId === undefined) {
        await client.send(new PutObjectCommand({ ...at, Body: Buffer.concat(held), ContentType: mediaType }));
        return;
      }
      if (heldBytes > 0) await part();
      const whole = { UploadId: uploadId, MultipartUpload: { Parts: parts } };
      await client.send(new CompleteMultipartUploadCommand({ ...at, ...whole }));
    },
  };
}
