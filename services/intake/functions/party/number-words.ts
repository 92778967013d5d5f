import type { NumberFault } from '#shared/document-number';
import type { Saying } from '#shared/locale';

/** What is wrong with the number of a document. */
export const numberWords = {
  shape: { zh: '号码与证件类型不符。', en: 'This is no number of that kind of document.' },
  'birth-date': { zh: '其中的出生日期晚于今天。', en: 'The date of birth in it is in the future.' },
  'check-digit': {
    zh: '统一社会信用代码的校验码不符，请核对。证照原件上确系如此的，请确认（codeSeen）。',
    en: 'The check character of this code fails. Where the original document shows it so, confirm it (`codeSeen`).',
  },
} satisfies Record<NumberFault, Saying>;
