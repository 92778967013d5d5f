import { createHash } from 'node:crypto';

/** A UUID that is always the same for the same text (RFC 9562, version 8): a message that comes again makes nothing new. */
export function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The account of what one party has paid to one payee by one charge. */
export const accountIdOf = (attempt: string, { payee, payer }: { payee: string; payer: string }): string =>
  idOf(`receipts ${attempt} ${payee} ${payer}`);
