import type { PrefillDueV1 } from '#events/intake/prefill-due.v1';
import type { PrefillKnownV1 } from '#events/materials/prefill-known.v1';
import type { ReceivedOf } from '#events/event';
import { sharedResource } from '#events/materials/shared-resources';
import type { Day } from '#shared/calendar';

export type Due = ReceivedOf<typeof PrefillDueV1>['data'];
export type Ask = Due['asks'][number];
type Why = ReceivedOf<typeof PrefillKnownV1>['data']['open'][number]['why'];

/** What says a value: the edition of a licence, or a register. */
export type SaidBy =
  | { licenceId: string; edition: number; until?: string | undefined }
  | { resource: string; basis: string; at: string };

/** What is known of one field, or why nothing is. */
export type Known = { ask: Ask; value: string | number; from: SaidBy } | { ask: Ask; why: Why };

/** The kind of licence that a field asks; undefined where it asks none. */
export const licenceIn = ({ source }: Ask): string | undefined => /^licence:([a-z0-9-]+)\//.exec(source)?.[1];

/** Which register says who a party is, by the city-wide keys of fields: where no licence of his does. */
const registered: Readonly<Record<string, string>> = {
  'person.name': 'population/name',
  'person.sex': 'population/sex',
  'person.birth-date': 'population/birth-date',
  'person.ethnicity': 'population/ethnicity',
  'person.registered-address': 'population/registered-address',
  'company.name': 'legal-entity/name',
  'company.uscc': 'legal-entity/uscc',
  'company.legal-representative-name': 'legal-entity/legal-representative',
  'company.registered-address': 'legal-entity/registered-address',
  'company.scope': 'legal-entity/scope',
  'company.registered-capital': 'legal-entity/registered-capital',
};

/** What a licence says that is the paper of a register's entry: the register says it, too, where the library has no such licence. */
const certified: Readonly<Record<string, string>> = {
  'business-licence/address': 'legal-entity/registered-address',
  'business-licence/capital': 'legal-entity/registered-capital',
  'business-licence/legal-representative': 'legal-entity/legal-representative',
};

/** The resource and its field that a register would be asked for; undefined where none knows that. */
export function registerFor({ source, sameAs = '' }: Ask): { resource: string; field: string } | undefined {
  const [, kind, name = ''] = /^(shared|licence):(.+)$/.exec(source) ?? [];
  const place = kind === 'shared' ? name : source === 'party' ? registered[sameAs] : certified[name];
  const [resource, field] = place?.split('/') ?? [];
  return resource && field ? { resource, field } : undefined;
}

/** Why a register is not asked for a form; undefined where it is: only what is shared with everybody is, and from its first day on. */
export function notAsked(resource: string, day: Day): Why | undefined {
  const found = sharedResource(resource);
  if (!found || found.class === 3 || found.from > day) return 'not-provided';
  return found.class === 2 ? 'on-request' : undefined;
}

/** What is read of a register's answer for one field. */
export function readAnswer(
  { ask, field, from }: { ask: Ask; field: string; from: SaidBy },
  answer: { outcome: 'find' | 'differ' | 'miss' | 'fail'; fields?: Readonly<Record<string, string>> },
): Known {
  // That a party has no entry among companies is no fault: it may well be a person.
  if (answer.outcome === 'miss') return { ask, why: ask.source.startsWith('shared:') ? 'not-found' : 'none' };
  if (answer.outcome === 'fail') return { ask, why: 'unanswered' };
  if (answer.outcome === 'differ') return { ask, why: 'differs' };
  const value = answer.fields?.[field];
  return value === undefined ? { ask, why: 'not-said' } : { ask, value, from };
}
