import type { Basis } from '../material/basis.ts';
import { lifeOf, type Licence } from './licence.ts';

/** 免提交: a licence as a document of its holder, whose versions are its editions. It is about him; of which premises nobody has said. */
export function asBasis(found: Licence): Basis {
  const { id, version, partyId, type, issuedAt: createdAt } = found;
  const versions = lifeOf(found).editions.map(({ n, number: name, state, validFrom, validUntil }) => {
    const left = state === 'expired' ? ('expired' as const) : ('withdrawn' as const);
    return { n, name, state: state === 'valid' ? ('available' as const) : left, validFrom, validUntil };
  });
  return { id, version, partyId, type, about: { kind: 'party' }, createdAt, versions, licence: true };
}
