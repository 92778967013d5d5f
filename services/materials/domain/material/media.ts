import * as z from 'zod';

/** What may be handed in, each told by its content and not by its name. */
export const mediaTypes = [
  'application/pdf',
  'application/ofd',
  'image/jpeg',
  'image/png',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/vnd.dwg',
  'application/zip',
] as const;
export const mediaType = z.enum(mediaTypes);
export type MediaType = z.infer<typeof mediaType>;

/** Bytes that one PUT may bring; a larger file comes in parts. */
export const maxSinglePut = 50 * 2 ** 20;
/** Bytes of the largest file, such as a set of drawings. */
export const maxFile = 500 * 2 ** 20;
