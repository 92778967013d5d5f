import type { MediaType } from '../material/media.ts';

/** What a file is by its first bytes; a container says what is in it only further on. */
export type Family = 'pdf' | 'jpeg' | 'png' | 'heic' | 'dwg' | 'zip';

/** How many of its first bytes tell what a file is. */
export const headBytes = 64;

export const familyOf = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/heic': 'heic',
  'image/vnd.dwg': 'dwg',
  'application/zip': 'zip',
  'application/ofd': 'zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'zip',
} satisfies Record<MediaType, Family>;

// Latin-1, a character a byte: signatures as the formats' own standards give them. HEIF names its brands after `ftyp`
// (ISO 23008-12), DWG its release (AC1012 to AC1032).
const signatures: readonly [Family, (text: string) => boolean][] = [
  ['pdf', (text) => /^%PDF-[12]\.\d/.test(text)],
  ['jpeg', (text) => text.startsWith('\xff\xd8\xff')],
  ['png', (text) => text.startsWith('\x89PNG\r\n\x1a\n')],
  ['heic', (text) => /^.{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/s.test(text)],
  ['dwg', (text) => /^AC10(?:1[2-9]|2\d|3[0-2])/.test(text)],
  ['zip', (text) => text.startsWith('PK\x03\x04')],
];

/** What a file is by its first bytes; undefined where it is nothing that may be handed in. */
export function sniff(head: Uint8Array): Family | undefined {
  const text = Buffer.from(head.subarray(0, headBytes)).toString('latin1');
  return signatures.find(([, signature]) => signature(text))?.[0];
}
