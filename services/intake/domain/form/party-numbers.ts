import type { PartyDocument } from '#shared/party';
import { organisations, persons, type Audience } from '../catalogue/audience.ts';
import type { FormNumber } from './numbers.ts';

/** A number that a form says is the applicant's own, and the document that it would be of. */
export interface OwnNumber {
  number: FormNumber;
  document: PartyDocument;
}

/**
 * The numbers that a form takes from the applicant himself (`x-source: party`), as documents. A passport's is left out: the form
 * does not say of which country it is. A person who applies for his shop is not that shop: its code says nothing of him, as
 * little as a person's number of an organisation.
 */
export function ownNumbers(numbers: readonly FormNumber[], appliesAs: readonly Audience[] | undefined): OwnNumber[] {
  return numbers.flatMap((number) => {
    const document = number.identifier.source === 'party' ? documentOf(number) : undefined;
    if (!document) return [];
    const kinds = document.kind === 'uscc' ? organisations : persons;
    const comparable = appliesAs === undefined || kinds.some((one) => appliesAs.includes(one));
    return comparable ? [{ number, document }] : [];
  });
}

function documentOf({ text, documents }: FormNumber): PartyDocument | undefined {
  const [kind, ...others] = documents;
  if (others.length > 0) return undefined;
  if (kind === 'foreign-permanent-resident') return { kind: 'resident-id', number: text };
  return kind === undefined || kind === 'passport' ? undefined : { kind, number: text };
}
