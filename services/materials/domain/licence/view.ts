import { lifeOf, type Edition, type Licence } from './licence.ts';

/** A licence as its holder sees it. */
export function viewOf(found: Licence) {
  const { id, version, partyId, type, itemKey, district, department, issuer, issuedAt } = found;
  const { state, current, editions } = lifeOf(found);
  return {
    id,
    version,
    partyId,
    type,
    itemKey,
    district,
    department,
    issuer,
    issuedAt: issuedAt.toISOString(),
    status: state,
    edition: current.n,
    ...shown(current),
    editions: editions.map((one) => ({ n: one.n, status: one.state, caseId: one.caseId, ...shown(one) })),
  };
}

/** What anybody learns who has the id of an edition: whether it holds, and whose work it is. Nothing of its holder. */
export function publicView(found: Licence, number: string) {
  const { type, district, department, issuer } = found;
  const edition = lifeOf(found).editions.find((one) => one.number === number);
  return edition && { type, district, department, issuer, status: edition.state, ...shown(edition) };
}

function shown({ number, validFrom, validUntil }: Edition) {
  return { number, validFrom, ...(validUntil && { validUntil }) };
}
