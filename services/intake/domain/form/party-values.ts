import { normaliseNumber } from '#shared/identity-number';
import type { PartyDocument } from '#shared/party';

/** What the document says by which somebody names a party, by the city-wide keys of fields. It holds no name. */
export function documentValues(document: PartyDocument): ReadonlyMap<string, string> {
  const number = normaliseNumber(document.number);
  if (document.kind === 'uscc') return new Map([['company.uscc', number]]);
  const person = { 'person.document-kind': document.kind, 'person.document-number': number };
  return new Map(
    Object.entries({ ...person, ...(document.kind === 'resident-id' && { 'person.identity-number': number }) }),
  );
}
