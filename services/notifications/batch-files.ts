import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { openBucket } from '#shared/bucket';
import { declaredFiles } from '#shared/declared-files';

export type BatchFiles = ReturnType<typeof openBatchFiles>;

/**
 * The bucket of batches: files as they were sent (`uploads/`), their rows as they were found sound (`rows/`), and what was wrong with them
 * (`faults/`). Import this file on demand where it is rarely needed: the client is 200 KB of code.
 */
export function openBatchFiles(
  bucket: string,
  now: () => Date,
  // Else the SDK would sign the checksum of the empty body that it sees, and not of the file to come.
  client = new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED' }),
) {
  const whole = openBucket(bucket, client);
  return {
    ...declaredFiles({ client, bucket, now }),
    get: (key: string) => whole.get(key),
    read: (key: string) => whole.read(key),

    async put(key: string, bytes: Uint8Array): Promise<void> {
      const object = { Bucket: bucket, Key: key, Body: bytes, ContentType: 'application/octet-stream' };
      await client.send(new PutObjectCommand(object));
    },

    /** Nothing happens where there is no such file. */
    async remove(key: string): Promise<void> {
      await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
    },
  };
}
