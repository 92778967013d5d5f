import { createHmac } from 'node:crypto';

/**
 * The six digits of a code, made of its id under a key that only functions know: so it is kept nowhere, neither with the notice that
 * brings it nor to compare with.
 */
export function codeOf(key: string, id: string): string {
  const bytes = createHmac('sha256', key).update(`contact-code|${id}`).digest();
  return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** A name for an address by which codes to it are counted, from which nobody finds the address. */
export const countedAs = (key: string, value: string): string =>
  createHmac('sha256', key).update(`contact-address|${value}`).digest('base64url');
