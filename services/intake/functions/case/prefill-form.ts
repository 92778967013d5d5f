import { normaliseNumber } from '#shared/identity-number';
import type { PartyDocument } from '#shared/party';
import type { Form, FormSchema } from '../../domain/form/form.ts';
import { prefill, type Known } from '../../domain/form/prefill.ts';
import { documentIn, type ApplicantInput } from '../../schemas/applicant.ts';

/** Fills in what is known of the applicant by the document that names him. Loaded where somebody names one. */
export function prefillFor(applicant: ApplicantInput, form: Form, schema: FormSchema) {
  return prefill(form, schema, knownOf(documentIn(applicant)));
}

/**
 * What is known of a party: its document, where somebody names it. A token holds no name and no number, so who applies for
 * himself finds nothing filled in; licences and shared data are known once materials answers for them.
 */
function knownOf(document: PartyDocument): Known {
  const number = normaliseNumber(document.number);
  const person = { 'person.document-kind': document.kind, 'person.document-number': number };
  const values = new Map<string, string>(
    Object.entries(
      document.kind === 'uscc'
        ? { 'company.uscc': number }
        : { ...person, ...(document.kind === 'resident-id' && { 'person.identity-number': number }) },
    ),
  );
  return (source, sameAs) => (source === 'party' && sameAs !== undefined ? values.get(sameAs) : undefined);
}
