import { GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { base64Of, hexOf, putSigner, type UploadAddress } from '#shared/put-address';

/** What must come there, and nothing else: the bucket refuses another length, content or second file. */
export interface Expected {
  key: string;
  bytes: number;
  /** Hexadecimal. */
  sha256: string;
}

const mediaType = 'application/octet-stream';

/**
 * Files that people declare, send to a signed address and say that they have sent. The client must be one that adds no checksum of its own
 * (`requestChecksumCalculation: 'WHEN_REQUIRED'`).
 */
export function declaredFiles({ client, bucket, now }: { client: S3Client; bucket: string; now: () => Date }) {
  const address = putSigner(now);
  return {
    /** Where this file is sent to within a quarter of an hour, and no other. */
    async uploadAddress({ key, bytes, sha256 }: Expected): Promise<UploadAddress> {
      const checksum = base64Of(sha256);
      const said = { ContentType: mediaType, ContentLength: bytes, ChecksumSHA256: checksum, IfNoneMatch: '*' };
      const put = new PutObjectCommand({ Bucket: bucket, Key: key, ...said });
      const headers = { 'content-type': mediaType, 'x-amz-checksum-sha256': checksum, 'if-none-match': '*' };
      return address((as) => getSignedUrl(client, put, as), headers);
    },

    /** What lies there, by the hash (hexadecimal) that the bucket itself has made of it; undefined where nothing does. */
    async lying(key: string): Promise<{ sha256: string; bytes: number } | undefined> {
      try {
        const head = new HeadObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' });
        const { ChecksumSHA256 = '', ContentLength = 0 } = await client.send(head);
        return { sha256: hexOf(ChecksumSHA256), bytes: ContentLength };
      } catch (error) {
        if (error instanceof Error && error.name === 'NotFound') return undefined;
        throw error;
      }
    },

    /** An address at which anybody can read the file for so many seconds; the caller has been asked who he is. */
    readAddress(key: string, name: string, seconds: number): Promise<string> {
      const shown = { ResponseContentType: mediaType, ResponseContentDisposition: `attachment; filename="${name}"` };
      return getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key, ...shown }), { expiresIn: seconds });
    },
  };
}
