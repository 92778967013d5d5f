import { sha256 } from '#shared/cause';
import type { Key, Write } from '#shared/table';
import { subjectKey, type About } from '../domain/material/about.ts';
import type { Basis } from '../domain/material/basis.ts';

/** What an owner has at hand of one kind, by what it is about: nothing of an address stands in a key. */
export const heldPartition = (partyId: string, type: string) => `HELD#${partyId}#${type}`;
export function heldPrefix(about: About): string {
  return about.kind === 'party' ? 'party#' : `${about.kind}:${sha256(subjectKey(about)).slice(0, 22)}#`;
}

function heldKey({ id, partyId, type, about, createdAt }: Basis): Key {
  return { pk: heldPartition(partyId, type), sk: `${heldPrefix(about)}${createdAt.toISOString()}#${id}` };
}

const isAtHand = (found: Basis | undefined): found is Basis =>
  found?.versions.some(({ state }) => state === 'available') ?? false;

/** A document stands there while a version of it is at hand. */
export function heldWrites(before: Basis | undefined, after: Basis | undefined): Write[] {
  if (isAtHand(after) === isAtHand(before)) return [];
  if (isAtHand(after)) {
    const { id: materialId, licence } = after;
    return [{ put: { ...heldKey(after), schema: 1, materialId, ...(licence && { licence }) } }];
  }
  return isAtHand(before) ? [{ remove: heldKey(before) }] : [];
}
