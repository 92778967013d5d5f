import type { Fact } from '#events/event';
import type { Call } from '#shared/route';
import { sourcedFieldsOf } from '../../domain/bundle/fields.ts';
import type { Form } from '../../domain/form/form.ts';
import { prefill, type Known } from '../../domain/form/prefill.ts';
import { documentValues } from '../../domain/form/party-values.ts';
import type { PrefilledField } from '../../domain/form/prefilled.ts';
import type { Filling } from '../../domain/form/unfilled.ts';
import type { IntakeDeps } from '../../deps.ts';
import { documentIn, type NamedParty } from '#shared/named-party';
import { askLibrary, type Begun } from './ask-library.ts';
import { licencesInForce, type InForce } from './licences-in-force.ts';

type Deps = Pick<IntakeDeps, 'applications' | 'catalogue' | 'history' | 'holdings' | 'parties' | 'set'>;
type Caller = Pick<Call, 'scope' | 'cause'>;

/** The case or the bundle whose form it is. */
export interface Beginning extends Begun {
  /** How somebody names the party, where he does. */
  applicant?: NamedParty | undefined;
  /** Where something was filled in before: what was changed since is not filled in again. */
  offered?: readonly string[];
}

/**
 * A form with what is known of its party: the document that names it, and what its licences in force say that this set gave;
 * what only others know is asked of the library, and nobody waits for that. A token holds no name and no number. Loaded with
 * the first form that is begun.
 */
export async function prefillFor(
  { applicant, offered = [], ...begun }: Beginning,
  { scope, cause }: Caller,
  deps: Deps,
): Promise<{ form: Form; prefilled: PrefilledField[]; filling: Filling; facts: Fact[] }> {
  const { id, partyId, form, schema } = begun;
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
  return { ...filled, ...askLibrary({ ...begun, form: filled.form }, { scope, cause }, deps.set) };
}

/** The cases whose content stands in a form now. */
function readIn(fields: readonly PrefilledField[], licences: ReadonlyMap<string, InForce>): string[] {
  const sources = new Set(fields.flatMap(({ source, from }) => (from ? [source] : [])));
  return [...new Set(Array.from(sources, (source) => licences.get(source)?.caseId ?? ''))].filter(Boolean);
}

const recorded = (caseId: string, { id, cause }: { id: string } & Pick<Call, 'cause'>, { history }: Deps) =>
  history.recordRead(caseId, `预填申请表 ${id}`, cause);
