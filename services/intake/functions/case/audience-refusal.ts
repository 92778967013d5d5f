import type { Language } from '#shared/problem';
import type { Refusal } from '#shared/route';
import { isOfferedTo, mustBeKnown } from '../../domain/catalogue/audience.ts';
import type { Party, Wanted } from './audience-words.ts';

/** Why a party cannot have these items; undefined where all are for it. The words are loaded where they are needed. */
export async function audienceRefusal(
  wanted: readonly Wanted[],
  party: Party,
  language: Language,
): Promise<Refusal | undefined> {
  const unknown = party.authorityId !== undefined && !party.appliesAs;
  const fits = wanted.every(({ item }) => isOfferedTo(item, party.appliesAs) && !(unknown && mustBeKnown(item)));
  return fits ? undefined : (await import('./audience-words.ts')).saidRefusal(wanted, party, language);
}
