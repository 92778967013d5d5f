import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { came } from '../domain/case/tolerated.ts';
import { relation } from '../domain/party/entry.ts';

/** What an acceptance takes, and what is said when that has come which it let follow. */

const twice: Saying = { zh: '同一材料只填一次。', en: 'Each material is named once.' };
function onceEach(all: readonly string[], { addIssue }: Pick<z.RefinementCtx<string[]>, 'addIssue'>): void {
  all.forEach((one, n) => {
    if (all.indexOf(one) < n) addIssue({ code: 'custom', path: [n], params: twice, input: one });
  });
}

export const acceptBody = once(() =>
  z
    .strictObject({
      tolerance: z
        .strictObject({
          requirements: z.array(z.string().min(1).max(64)).min(1).max(20).superRefine(onceEach),
          days: z.int().min(1).max(60),
          promised: z.literal(true),
          signature: z.strictObject({
            ref: z
              .string()
              .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/)
              .max(64)
              .meta({ description: 'Where the signed promise is kept: a number of a file, nothing personal' }),
            by: relation.default('self'),
          }),
        })
        .optional()
        .meta({ description: '容缺受理: what may follow, within how many working days, with the signed promise' }),
      licence: z
        .strictObject({ document: text(120), until: z.iso.date().optional(), licenceId: z.uuid().optional() })
        .optional()
        .meta({
          description:
            'The licence to be renewed or changed, which whoever accepts has seen: which one, until when, and of several that end on that day the case that granted it',
        }),
      despite: text(2000).optional().meta({
        description:
          'Of what is only filed (备案): why, although what an earlier part of its bundle was granted was taken back',
      }),
    })
    .meta({ id: 'AcceptInput' }),
);

const whatCame: Saying = {
  zh: '请填写资料库中的文件，或者载明看过的原件。',
  en: 'Name a document of the library, or the originals that were seen.',
};
export const settleToleranceBody = once(() =>
  z
    .strictObject({
      came: z
        .array(
          came().refine(({ document, seen }) => (document === undefined) !== (seen === undefined), {
            params: { code: 'nothing-named', ...whatCame },
          }),
        )
        .min(1)
        .max(20)
        .meta({ description: 'What has come, for every line that the promise names' }),
    })
    .meta({ id: 'SettleToleranceInput' }),
);
