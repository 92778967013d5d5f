import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { licence, type Licence } from '../domain/licence/licence.ts';

/** The rows of a licence: `LICENCE#<id>` with REC, DUE and T#<version>. */
export const licenceKey = (id: string): Key => ({ pk: `LICENCE#${id}`, sk: 'REC' });

/** All licences of a holder. */
export const holderKey = (partyId: string) => `LICENCES#${partyId}`;

/** Where a licence stands in the list of its holder. */
export const placeOf = ({ issuedAt, id }: Pick<Licence, 'issuedAt' | 'id'>): [string, string] => [
  `${issuedAt.toISOString()}#${id}`,
  licenceKey(id).pk,
];

export function licenceRow(found: Licence): Key & Row {
  const [sk1] = placeOf(found);
  const place = { pk1: holderKey(found.partyId), sk1 };
  return { ...licenceKey(found.id), schema: 1, ...plain(found), ...place };
}

export function licenceIn({ schema, pk1, sk1, pk, sk, ...row }: Row): Licence {
  return licence().parse(row);
}
