import { sha256 } from '#shared/cause';
import type { Key, Write } from '#shared/table';
import { subjectKey, type About } from '../domain/material/about.ts';
import type { Material } from '../domain/material/material.ts';

/** What an owner has at hand of one kind, by what it is about: nothing of an address stands in a key. */
export const heldPartition = (partyId: string, type: string) => `HELD#${partyId}#${type}`;
export function heldPrefix(about: About): string {
  return about.kind === 'party' ? 'party#' : `${about.kind}:${sha256(subjectKey(about)).slice(0, 22)}#`;
}

function heldKey({ id, partyId, type, about, createdAt }: Material): Key {
  return { pk: heldPartition(partyId, type), sk: `${heldPrefix(about)}${createdAt.toISOString()}#${id}` };
}

const isAtHand = (found: Material | undefined): found is Material =>
  found?.versions.some(({ state }) => state === 'available') ?? false;

/** A document stands there while a version of it is at hand. */
export function heldWrites(before: Material | undefined, after: Material | undefined): Write[] {
  if (isAtHand(after) === isAtHand(before)) return [];
  if (isAtHand(after)) return [{ put: { ...heldKey(after), schema: 1, materialId: after.id } }];
  return isAtHand(before) ? [{ remove: heldKey(before) }] : [];
}
