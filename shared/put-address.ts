import type { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import * as z from 'zod';
import { once } from '#shared/once';

/** An address to send a file, or a part of one, to: with exactly these headers, until `expiresAt`. */
export const uploadAddress = once(() =>
  z
    .object({
      method: z.literal('PUT'),
      url: z.url(),
      headers: z.record(z.string(), z.string()).meta({ description: 'To be sent exactly so' }),
      expiresAt: z.iso.datetime(),
    })
    .meta({ id: 'Upload', description: 'Where the file is to be sent; it takes that file and no other, once' }),
);
export type UploadAddress = z.infer<ReturnType<typeof uploadAddress>>;

export type AddressOf = ReturnType<typeof putSigner>;

const uploadSeconds = 15 * 60;

type Signing = NonNullable<Parameters<typeof getSignedUrl>[2]>;

/** Signs addresses for a quarter of an hour that take what has these headers and the length that is signed, and nothing else. */
export function putSigner(now: () => Date) {
  return async (sign: (as: Signing) => Promise<string>, headers: Record<string, string>): Promise<UploadAddress> => {
    // As headers and not in the address: so the sender must say them, and the bucket hold him to them.
    const bound = new Set([...Object.keys(headers), 'content-length']);
    const url = await sign({ expiresIn: uploadSeconds, unhoistableHeaders: bound, signableHeaders: bound });
    return { method: 'PUT', url, headers, expiresAt: new Date(now().getTime() + uploadSeconds * 1000).toISOString() };
  };
}

/** A hash as S3 writes it. */
export const base64Of = (hex: string) => Buffer.from(hex, 'hex').toString('base64');
export const hexOf = (base64: string) => Buffer.from(base64, 'base64').toString('hex');
