import type { Saying } from '#shared/locale';
import { pointerOf, type Fault } from '#shared/problem';
import type { Call } from '#shared/route';
import type { EntryFault } from '../../domain/party/entry.ts';

const words = {
  missing: { zh: '此渠道必须填写。', en: 'This is required in this channel.' },
  'not-in-this-channel': { zh: '此渠道不能填写。', en: 'This cannot be said in this channel.' },
  'nothing-seen': { zh: '请填写看过哪些证件。', en: 'Say which documents were seen.' },
  'original-unchecked': { zh: '请核对证件原件。', en: 'The original must be checked.' },
  unsigned: {
    zh: '请由申请人签名确认，或说明未签名的原因（unsigned）。',
    en: 'The applicant signs, or `unsigned` says why not.',
  },
  'nobody-named': { zh: '请填写到场人的证件。', en: 'Name the person present by a document.' },
} satisfies Record<EntryFault['code'], Saying>;

/** What is wrong with an entry, in words. Loaded with the first that something is wrong with. */
export const inWords =
  ({ language }: Pick<Call, 'language'>) =>
  ({ path, code }: EntryFault): Fault => ({ pointer: pointerOf(path), code, message: words[code][language] });
