import * as z from 'zod';
import { once } from '#shared/once';

const partNumber = z.int().min(1).max(32).meta({ description: 'The part, from 1' });
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the part, hexadecimal' });
const partSize = z.int().meta({ description: 'Bytes of every part but the last' });

export const partsBody = once(() =>
  z
    .strictObject({
      parts: z
        .array(z.strictObject({ n: partNumber, sha256 }))
        .min(1)
        .max(32),
    })
    .meta({ id: 'PartsInput' }),
);

export const partsReply = once(() =>
  z
    .object({
      parts: z.array(
        z.object({
          n: partNumber,
          method: z.literal('PUT'),
          url: z.url(),
          headers: z.record(z.string(), z.string()).meta({ description: 'To be sent exactly so' }),
          expiresAt: z.iso.datetime(),
        }),
      ),
    })
    .meta({ id: 'PartAddresses', description: 'Where the parts are to be sent; each takes that part and no other' }),
);

export const partsComeReply = once(() =>
  z
    .object({
      partSize,
      parts: z.array(z.object({ n: partNumber, size: z.int(), sha256 })),
      missing: z.array(partNumber).meta({ description: 'Parts that have not come, or not whole' }),
    })
    .meta({ id: 'PartsCome' }),
);

/** Instead of one address: the file is too large to come at once. */
export const uploadInParts = once(() =>
  z
    .object({
      method: z.literal('PUT-PARTS'),
      partSize,
      parts: z.int().meta({ description: 'How many there are; ask for their addresses at `…/parts`' }),
    })
    .meta({ id: 'UploadInParts' }),
);
