import type { Language } from '#shared/problem';
import type { Refusal } from '#shared/route';
import type { Bundle } from '../../domain/bundle/bundle.ts';
import { answerFaults, partsFor, type Answers } from '../../domain/bundle/choice.ts';
import type { BundleDefinition } from '../../domain/bundle/definition.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { audienceRefusal } from '../case/audience-refusal.ts';

interface Choosing {
  answers: Answers;
  items: ReadonlyMap<string, PublishedItem>;
  language: Language;
}

/** Names every item of a bundle that is not for its party; one of a party that the bundle creates is not asked of him who applies. */
export async function partyRefusal(
  definition: BundleDefinition,
  party: Pick<Bundle, 'appliesAs' | 'authorityId'>,
  { answers, items, language }: Choosing,
): Promise<Refusal | undefined> {
  const answered = answerFaults(definition, answers).length === 0;
  // While a question is open, nobody knows whether an earlier item will create the party.
  const created = answered ? [] : definition.parts.filter((part) => part.party).map(({ item }) => item);
  const his = partsFor(definition, answers).filter((part) => !part.party && !created.includes(part.item));
  const wanted = his.flatMap((part) => {
    const item = items.get(part.item);
    return item ? [{ pointer: `/parts/${item.key}`, item }] : [];
  });
  return audienceRefusal(wanted, party, language);
}
