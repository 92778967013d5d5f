import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import type { Saying } from '#shared/locale';
import { partyIdOf } from '#shared/party';
import type { Identifier } from '../../domain/form/identifiers.ts';
import { faultOf, isConfirmable, numbersIn, written, type FormNumber } from '../../domain/form/numbers.ts';
import { ownNumbers } from '../../domain/form/party-numbers.ts';
import { stepsOf } from '../../domain/form/pointer.ts';
import type { CheckedForm, CheckingDeps, Reading, Whose, WithForm } from './checked-form.ts';

type WithNumbers = WithForm & { identifiers: readonly Identifier[] };

/** The numbers of a form: written in one way, each held to its rules, the applicant's own to what is known of him. */
export async function numbersChecked(
  { whose, form, identifiers }: WithNumbers,
  { at, language, codeSeen }: Reading,
  deps: CheckingDeps,
): Promise<CheckedForm> {
  const numbers = numbersIn(form, identifiers);
  const seen = codeSeen === true || whose.entry?.codeSeen === true;
  const known = await heldAgainst(whose, numbers, deps);
  const today = dayOf(at);
  const issues = numbers.flatMap((number) => {
    // Who vouched for the party vouched for its number.
    if (known.own.has(number)) return [];
    if (known.others.has(number)) return [issue(number, 'not-the-party', language)];
    const fault = faultOf(number, today);
    const confirmed = fault === 'check-digit' && seen && isConfirmable(number);
    return fault && !confirmed ? [issue(number, fault, language)] : [];
  });
  return { form: written(form, numbers), issues };
}

interface Held {
  own: ReadonlySet<FormNumber>;
  others: ReadonlySet<FormNumber>;
}

/**
 * Which numbers are the applicant's, and which another's. A number is not kept, but gives the same id as the document by which
 * he is known. Of a party that may be a person or an organisation one of its numbers is enough.
 */
async function heldAgainst(
  { partyId, appliesAs }: Whose,
  numbers: readonly FormNumber[],
  { partyKey, parties }: CheckingDeps,
): Promise<Held> {
  const stated = ownNumbers(numbers, appliesAs);
  if (stated.length === 0) return { own: new Set(), others: new Set() };
  const key = await partyKey();
  const ids = new Map(stated.map(({ number, document }) => [number, partyIdOf(key, document)]));
  const isOwn = (group: readonly string[]) => (number: FormNumber) => group.includes(ids.get(number) ?? '');
  const all = [...ids.keys()];
  // Few parties have more ids than one: they are looked up only where a number is not the plain one.
  const group = all.every(isOwn([partyId])) ? [partyId] : await parties.group(partyId);
  const own = all.filter(isOwn(group));
  const unclear = appliesAs === undefined && own.length > 0;
  return { own: new Set(own), others: new Set(unclear ? [] : all.filter((one) => !own.includes(one))) };
}

const words = {
  'not-the-party': {
    zh: '与申请人登记的号码不一致。为他人申请的，请先取得代理权限或者更换申请人。',
    en: 'This is not the number of the applicant. To apply for another, begin in his name.',
  },
  'check-digit': {
    zh: '校验码不符，请核对。确属早期发放的代码的，请持证照原件到窗口办理。',
    en: 'the check character fails. An early code that really has it is taken at a window, by the original.',
  },
  'birth-date': {
    zh: '其中的出生日期不存在或者晚于今天。',
    en: 'there is no such date of birth, or it is in the future.',
  },
  shape: { zh: '格式不正确，或者与证件类型不符。', en: 'the format is not right, or of another kind of document.' },
} satisfies Record<string, Saying>;

const personal: Saying = { zh: '校验码不符，请核对。', en: 'the check character fails.' };

function issue(number: FormNumber, code: keyof typeof words, language: 'zh' | 'en'): z.core.$ZodIssue {
  const { title } = number.identifier;
  const said = code === 'check-digit' && !isConfirmable(number) ? personal : words[code];
  const message = `${title[language]}${language === 'zh' ? '：' : ': '}${said[language]}`;
  return { code: 'custom', path: stepsOf(number.pointer), message, params: { code } };
}
