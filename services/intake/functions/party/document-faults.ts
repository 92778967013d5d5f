import { dayOf } from '#shared/calendar';
import { numberFault, type NumberFault } from '#shared/document-number';
import type { Saying } from '#shared/locale';
import type { PartyDocument } from '#shared/party';
import type { Fault } from '#shared/problem';
import type { Call } from '#shared/route';

/** A document by which somebody is named, and where its number stands in the body. */
export interface Named {
  pointer: string;
  document: PartyDocument;
}

const words = {
  shape: { zh: '号码与证件类型不符。', en: 'This is no number of that kind of document.' },
  'birth-date': { zh: '其中的出生日期晚于今天。', en: 'The date of birth in it is in the future.' },
  'check-digit': {
    zh: '统一社会信用代码的校验码不符，请核对。证照原件上确系如此的，请确认（codeSeen）。',
    en: 'The check character of this code fails. Where the original document shows it so, confirm it (`codeSeen`).',
  },
} satisfies Record<NumberFault, Saying>;

/**
 * What is wrong with the numbers of these documents. The check character of some early codes fails (GB 32100 pilots): such a
 * code holds once the clerk confirms that he has seen it on the document.
 */
export function documentFaults(
  named: readonly Named[],
  { cause, language }: Pick<Call, 'cause' | 'language'>,
  codeSeen = false,
): Fault[] {
  const today = dayOf(cause.at);
  return named.flatMap(({ pointer, document: { kind, number } }) => {
    const code = kind === 'account' ? undefined : numberFault(kind, number, today);
    const confirmed = code === 'check-digit' && codeSeen;
    return code && !confirmed ? [{ pointer, code, message: words[code][language] }] : [];
  });
}
