import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { isShown, material, type Material } from '../domain/material/material.ts';

/** The rows of a document: `MATERIAL#<id>` with REC, DUE and T#<version>. */
export const recordKey = (id: string): Key => ({ pk: `MATERIAL#${id}`, sk: 'REC' });

/** All documents of an owner, and those of one kind: what a page of them costs does not depend on how many he has. */
export const ownerKey = (partyId: string) => `OWNER#${partyId}`;
export const kindKey = (partyId: string, type: string) => `OWNER#${partyId}#${type}`;

/** Where a document stands in the lists of its owner. */
export const placeOf = ({ createdAt, id }: Pick<Material, 'createdAt' | 'id'>): [string, string] => [
  `${createdAt.toISOString()}#${id}`,
  recordKey(id).pk,
];

export function recordRow(found: Material): Key & Row {
  const [sort] = placeOf(found);
  return {
    ...recordKey(found.id),
    schema: 1,
    ...plain(found),
    // What its owner has had erased stands in no list of his.
    ...(found.versions.some(isShown) && {
      pk1: ownerKey(found.partyId),
      sk1: sort,
      pk2: kindKey(found.partyId, found.type),
      sk2: sort,
    }),
  };
}

export function materialIn({ schema, pk1, sk1, pk2, sk2, pk, sk, ...row }: Row): Material {
  return material().parse(row);
}
