import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  UploadPartCommand,
  type Part as ListedPart,
  type S3Client,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Part } from '../domain/material/parts.ts';
import { base64Of, hexOf, type AddressOf, type UploadAddress } from '#shared/put-address';

/** An upload in parts: where the file will stand, and the bucket's name for what has come so far. */
export interface Upload {
  key: string;
  uploadId: string;
}

/** A part that has come, as the bucket knows it. */
export interface PartCome extends Part {
  etag: string;
}

/** The bucket's side of files that come in parts. Its checksum of the whole is made of the parts': the checker computes the real one. */
export function uploadsInParts({ client, bucket, address }: { client: S3Client; bucket: string; address: AddressOf }) {
  const of = ({ key, uploadId }: Upload) => ({ Bucket: bucket, Key: key, UploadId: uploadId });
  return {
    /** Begins an upload; the bucket's name for it. What is not joined within two days goes by itself. */
    async begin({ key, mediaType }: { key: string; mediaType: string }): Promise<string> {
      const begin = { Bucket: bucket, Key: key, ContentType: mediaType, ChecksumAlgorithm: 'SHA256' } as const;
      const { UploadId } = await client.send(new CreateMultipartUploadCommand(begin));
      if (!UploadId) throw new Error('the bucket gave an upload no name');
      return UploadId;
    },

    /** Takes exactly this part; the same one again where the connection broke. */
    partAddress(upload: Upload, { n, size, sha256 }: Part): Promise<UploadAddress> {
      const checksum = base64Of(sha256);
      const part = { ...of(upload), PartNumber: n, ContentLength: size, ChecksumSHA256: checksum };
      const sign = (as: Parameters<typeof getSignedUrl>[2]) => getSignedUrl(client, new UploadPartCommand(part), as);
      return address(sign, { 'x-amz-checksum-sha256': checksum });
    },

    /** What has come, by number; undefined where there is no such upload any more. */
    async parts(upload: Upload): Promise<PartCome[] | undefined> {
      try {
        const { Parts = [] } = await client.send(new ListPartsCommand(of(upload)));
        return Parts.map(partCome);
      } catch (error) {
        if (isOver(error)) return undefined;
        throw error;
      }
    },

    /** Makes one file of all parts, unless somebody else was faster with it. */
    async join(upload: Upload, parts: readonly PartCome[]): Promise<void> {
      const listed = parts.map(({ n, etag, sha256 }) => ({
        PartNumber: n,
        ETag: etag,
        ChecksumSHA256: base64Of(sha256),
      }));
      const join = { ...of(upload), MultipartUpload: { Parts: listed }, IfNoneMatch: '*' };
      await client.send(new CompleteMultipartUploadCommand(join)).catch(unlessOver);
    },

    /** Forgets what has come; nothing happens where there is no such upload. */
    async abandon(upload: Upload): Promise<void> {
      await client.send(new AbortMultipartUploadCommand(of(upload))).catch(unlessOver);
    },
  };
}

function partCome({ PartNumber: n, Size: size, ETag: etag, ChecksumSHA256: sha256 }: ListedPart): PartCome {
  if (n === undefined || size === undefined || !etag || !sha256) throw new Error('the bucket lists a part in part');
  return { n, size, etag, sha256: hexOf(sha256) };
}

const over = new Set(['NoSuchUpload', 'PreconditionFailed', 'ConditionalRequestConflict']);

/** Whether an upload is over: it was joined, or given up, by somebody else. */
function isOver(error: unknown): boolean {
  return error instanceof Error && over.has(error.name);
}

function unlessOver(error: unknown): void {
  if (!isOver(error)) throw error;
}
