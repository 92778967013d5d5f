import { lifeOf, type Edition, type Licence, type StandingEdition } from './licence.ts';
import type { Paper } from './paper.ts';

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

/** The edition that a licence has, or had, under a public id. */
export const editionWith = (found: Licence, number: string): StandingEdition | undefined =>
  lifeOf(found).editions.find((one) => one.number === number);

/** What anybody learns who has the id of an edition: whether it holds, whose work it is, and its holder by a masked name. */
export function publicView(found: Licence, edition: StandingEdition, paper: Pick<Paper, 'holder'> | undefined) {
  const { type, district, department, issuer } = found;
  const whose = paper && { holder: paper.holder };
  return { type, district, department, issuer, ...whose, status: edition.state, ...shown(edition) };
}

function shown({ number, validFrom, validUntil }: Edition) {
  return { number, validFrom, ...(validUntil && { validUntil }) };
}
