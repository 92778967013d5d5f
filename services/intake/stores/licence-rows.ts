import type { Condition, Key, Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import type { Act } from '../domain/case/graph.ts';
import { licencesAfter } from '../domain/case/licence.ts';

export const holderPartition = (partyId: string) => `PARTY#${partyId}`;
export const licencePrefix = (itemKey: string) => `LICENCE#${itemKey}#`;
const licenceKey = ({ partyId, itemKey }: Application, caseId: string): Key => ({
  pk: holderPartition(partyId),
  sk: `${licencePrefix(itemKey)}${caseId}`,
});

/** A licence that was renewed or revoked at this very moment is no longer there to be renewed: whoever is second looks again. */
const stillThere = (caseId: string): Condition => ({
  expression: '#case = :case',
  names: { '#case': 'caseId' },
  values: { ':case': caseId },
});

/** The licence of a grant that stands again, as it was given. */
export const standingAgainWrites = (grant: Application): Write[] =>
  licenceWrites({ ...grant, outcome: undefined }, grant, undefined);

/** The licences of a party change with the case that grants, renews or revokes one, in its transaction. */
export function licenceWrites(before: Application, after: Application, act: Act | undefined): Write[] {
  const { given, gone } = licencesAfter(before, after);
  return [
    ...(given ? [{ put: { ...licenceKey(after, given.caseId), schema: 1, ...given } }] : []),
    ...(gone ? [{ remove: licenceKey(after, gone), ...(act === 'renew-silently' && { when: stillThere(gone) }) }] : []),
  ];
}
