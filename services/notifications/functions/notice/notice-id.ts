import { createHash } from 'node:crypto';

/** The id of the notice to a party of a fact: the same however often the fact comes (a UUID of version 8, made of their hash). */
export function noticeIdOf({ id, partyId }: { id: string; partyId: string }): string {
  const hex = createHash('sha256').update(`${id}/${partyId}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-');
}
