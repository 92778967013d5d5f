import type { Call } from '#shared/route';
import { sourcedFieldsOf } from '../../domain/bundle/fields.ts';
import type { Form, FormSchema } from '../../domain/form/form.ts';
import { prefill, type Known } from '../../domain/form/prefill.ts';
import { documentValues } from '../../domain/form/party-values.ts';
import type { PrefilledField } from '../../domain/form/prefilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { documentIn, type ApplicantInput } from '../../schemas/applicant.ts';
import { licencesInForce, type InForce } from './licences-in-force.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue' | 'history' | 'holdings' | 'parties'>;
type Caller = Pick<Call, 'scope' | 'cause'>;

export interface Filling {
  /** The case or the bundle whose form it is. */
  id: string;
  partyId: string;
  /** How somebody names the party, where he does. */
  applicant?: ApplicantInput | undefined;
  form: Form;
  schema: FormSchema;
  /** Where something was filled in before: what was changed since is not filled in again. */
  offered?: readonly string[];
}

/**
 * A form with what is known of its party: the document that names it, and what its licences in force say that this set gave.
 * A token holds no name and no number. Loaded with the first form that is begun.
 */
export async function prefillFor(
  { id, partyId, applicant, form, schema, offered = [] }: Filling,
  { scope, cause }: Caller,
  deps: Deps,
): Promise<{ form: Form; prefilled: PrefilledField[] }> {
  const wanted = sourcedFieldsOf(schema).flatMap(({ source }) => source ?? []);
  const licences = await licencesInForce({ partyId, sources: wanted, at: cause.at }, deps);
  const byDocument = applicant ? documentValues(documentIn(applicant)) : new Map<string, string>();
  const known: Known = (source, sameAs, pointer) => {
    if (offered.includes(pointer)) return undefined;
    const value = source === 'party' && sameAs !== undefined ? byDocument.get(sameAs) : undefined;
    return value === undefined ? licences.get(source)?.say(source, sameAs) : { value };
  };
  const filled = prefill(form, schema, known);
  // The record of the read comes first: nobody but the party is shown what is not recorded.
  if (!scope.parties.includes(partyId)) {
    await Promise.all(readIn(filled.prefilled, licences).map((caseId) => recorded(caseId, { id, cause }, deps)));
  }
  return filled;
}

/** The cases whose content stands in a form now. */
function readIn(fields: readonly PrefilledField[], licences: ReadonlyMap<string, InForce>): string[] {
  const sources = new Set(fields.flatMap(({ source, from }) => (from ? [source] : [])));
  return [...new Set(Array.from(sources, (source) => licences.get(source)?.caseId ?? ''))].filter(Boolean);
}

const recorded = (caseId: string, { id, cause }: { id: string } & Pick<Call, 'cause'>, { history }: Deps) =>
  history.recordRead(caseId, `预填申请表 ${id}`, cause);
