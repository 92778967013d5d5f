import { plain } from '#shared/plain';
import type { Key, Row } from '#shared/table';
import { licence, type Licence } from '../domain/licence/licence.ts';

/** The rows of a licence: `LICENCE#<id>` with REC, DUE and T#<version>. */
export const licenceKey = (id: string): Key => ({ pk: `LICENCE#${id}`, sk: 'REC' });

/** All licences of a holder. */
export const holderKey = (partyId: string) => `LICENCES#${partyId}`;

export function licenceRow(found: Licence): Key & Row {
  const place = { pk1: holderKey(found.partyId), sk1: `${found.issuedAt.toISOString()}#${found.id}` };
  return { ...licenceKey(found.id), schema: 1, ...plain(found), ...place };
}

export function licenceIn({ schema, pk1, sk1, pk, sk, ...row }: Row): Licence {
  return licence().parse(row);
}
