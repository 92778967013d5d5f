import type { Saying } from '#shared/locale';
import { problems, type Fault, type Language } from '#shared/problem';
import { refuse, type Refusal } from '#shared/route';
import type { Application } from '../../domain/case/application.ts';
import { isOfferedTo, mustBeKnown, type Audience } from '../../domain/catalogue/audience.ts';
import type { PublishedItem } from '../../domain/catalogue/item.ts';
import { itemNotForApplicant } from '../../problems/catalogue.ts';

const names: Record<Audience, Saying> = {
  '1': { zh: '自然人', en: 'natural persons' },
  '2': { zh: '企业法人', en: 'enterprises' },
  '3': { zh: '事业法人', en: 'public institutions' },
  '4': { zh: '社会组织法人', en: 'social organisations' },
  '5': { zh: '行政机关', en: 'administrative bodies' },
  '6': { zh: '其他组织', en: 'other organisations' },
};
const unknown: Saying = {
  zh: '请填写被代理人的证件：该事项只面向个人或者只面向单位。',
  en: 'Name the applicant by a document: this is only for persons, or only for organisations.',
};

export interface Wanted {
  pointer: string;
  item: Pick<PublishedItem, 'audience' | 'name' | 'nameEn'>;
}
export type Party = Pick<Application, 'appliesAs' | 'authorityId'>;

/** In words why a party cannot have these items: each that is for others, where it was asked for; undefined where all are for it. */
export function saidRefusal(wanted: readonly Wanted[], party: Party, language: Language): Refusal | undefined {
  const strange = wanted.filter(({ item }) => !isOfferedTo(item, party.appliesAs));
  if (strange.length > 0) return refuse(itemNotForApplicant, strange.map(toFault(language)));
  const open = party.authorityId && !party.appliesAs && wanted.some(({ item }) => mustBeKnown(item));
  if (!open) return undefined;
  return refuse(problems.invalidInput, [{ pointer: '/applicant', code: 'required', message: unknown[language] }]);
}

const toFault =
  (language: Language) =>
  ({ pointer, item: { name, nameEn, audience } }: Wanted): Fault => {
    const whom = audience.map((one) => names[one][language]);
    const message: Saying = {
      zh: `“${name}”面向${whom.join('、')}办理。`,
      en: `"${nameEn}" is for ${whom.join(', ')}.`,
    };
    return { pointer, code: 'not-in-audience', message: message[language] };
  };
