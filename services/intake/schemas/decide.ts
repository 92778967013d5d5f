import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { outcome, ruling } from '../domain/case/application.ts';
import { namedParty } from '#shared/named-party';

const noReasons: Saying = {
  zh: '不予许可应当说明理由（行政许可法第三十八条）。',
  en: 'A refusal needs its reasons (Administrative Licensing Law, art. 38).',
};

const nothingIssued: Saying = { zh: '不予许可没有证照。', en: 'A refusal gives no licence.' };

const changeUnsaid: Saying = {
  zh: '变更原决定的，应当写明变更后的内容。',
  en: 'Say what the decision is changed to, where it is changed and only there.',
};

const issuedInput = once(() =>
  z
    .strictObject({
      party: namedParty().optional().meta({ description: 'The party that the grant creates, by its document' }),
      fields: z
        .record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), text(200))
        .optional()
        .meta({ description: 'Fields of the licence that a later item wants: `number`' }),
    })
    .meta({ id: 'IssuedInput', description: 'What the grant gives, for the later items of a bundle' }),
);

export const decideBody = once(() =>
  z
    .strictObject({
      outcome: outcome.extract(['granted', 'refused']),
      opinion: text(2000),
      reasons: text(2000).optional(),
      issued: issuedInput().optional(),
      against: text(2000).optional().meta({
        description: 'Why it is granted although a department disagreed; without it such a grant is refused',
      }),
      despite: text(2000).optional().meta({
        description:
          'Why it is granted although what an earlier part of its bundle was granted was taken back; kept only where that is so',
      }),
      ruling: ruling
        .optional()
        .meta({ description: 'Of a review: annulled is to be decided anew by the first office' }),
      deception: text(500).optional().meta({
        description:
          'Of a refusal: what was hidden or false (行政许可法 art. 78). Where the item concerns safety its party may not apply for the same licence for a year; another person has given an opinion against it first',
      }),
      changedTo: text(2000).optional().meta({ description: 'Of a review that changes: what the decision now says' }),
    })
    .refine((body) => body.outcome === 'granted' || body.issued === undefined, {
      path: ['issued'],
      params: { code: 'nothing-issued', ...nothingIssued },
    })
    .refine(({ ruling: ruled, changedTo }) => (ruled === 'changed') === (changedTo !== undefined), {
      path: ['changedTo'],
      params: { code: 'change-unsaid', ...changeUnsaid },
    })
    // A refusal is given with its reasons in writing (行政许可法 art. 38).
    .refine((body) => body.outcome === 'granted' || body.reasons !== undefined, {
      path: ['reasons'],
      params: { code: 'no-reasons', ...noReasons },
    })
    .meta({ id: 'DecideInput' }),
);
