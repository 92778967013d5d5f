import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { publicityActs } from '../domain/publicity/state.ts';
import { holder } from '../domain/publicity/state.ts';
import { publicityState } from '../domain/publicity/state.ts';
import { key, moment, number } from './case.ts';

const named = once(() =>
  z
    .strictObject({ kind: z.enum(['organisation', 'person']), name: text(120) })
    .meta({ id: 'Holder', description: 'A person is masked before he is kept' }),
);
export const publishBody = once(() => z.strictObject({ holder: named().optional() }).meta({ id: 'PublishInput' }));
export const objectionBody = once(() => z.strictObject({ text: text(1000) }).meta({ id: 'ObjectionInput' }));
export const withdrawEntryBody = once(() => z.strictObject({ reason: text(500) }).meta({ id: 'WithdrawEntryInput' }));

const holderMissing: Saying = { zh: '请填写更正后的名称。', en: 'Say how the holder is to be named.' };
export const answerBody = once(() =>
  z
    .strictObject({
      outcome: z.enum(['corrected', 'withdrawn', 'rejected']),
      text: text(1000),
      holder: named().optional(),
    })
    .refine(({ outcome, holder: given }) => outcome !== 'corrected' || given !== undefined, {
      path: ['holder'],
      params: { code: 'holder-missing', ...holderMissing },
    })
    .meta({ id: 'AnswerInput' }),
);

const later = once(() => moment().optional());
const shown = once(() =>
  z.object({
    id: z.uuid(),
    item: z.string(),
    itemKey: z.string(),
    department: z.string(),
    licenceType: z.string().optional(),
    number: number().optional(),
    holder: holder().optional(),
    decidedAt: moment(),
    publishedAt: later(),
    objected: z.boolean(),
  }),
);
export const publicEntry = once(() => shown().meta({ id: 'PublicEntry' }));
export const publicPage = once(() => pageOf(publicEntry()).meta({ id: 'PublicEntryPage' }));
export const publicQuery = once(() => z.object(pageQuery()));

const acts = once(() => z.array(z.enum(publicityActs)));
const line = once(() =>
  shown().extend({
    status: publicityState,
    version: z.int(),
    publishBy: moment().meta({ description: 'Seven working days after the decision' }),
    provisional: z.boolean(),
    late: z.boolean(),
    withdrawnFor: z.string().optional(),
  }),
);
export const entryPage = once(() => pageOf(line().meta({ id: 'PublicityLine' })).meta({ id: 'PublicityPage' }));
export const entriesQuery = once(() =>
  z.object({ ...pageQuery(), department: key(), status: publicityState.default('due') }),
);
export const entryReply = once(() =>
  line()
    .extend({
      actions: acts(),
      objections: z.array(
        z.object({
          id: z.uuid(),
          at: moment(),
          text: z.string(),
          answer: z
            .object({
              by: z.string(),
              at: moment(),
              outcome: z.enum(['corrected', 'withdrawn', 'rejected']),
              text: z.string(),
            })
            .optional(),
        }),
      ),
    })
    .meta({ id: 'Publicity', description: 'Whoever objected sees his own objections, staff all of them' }),
);
export const entryActReply = once(() =>
  z.object({ id: z.uuid(), status: publicityState, version: z.int(), actions: acts() }).meta({ id: 'EntryActReply' }),
);
export const objectionReply = once(() =>
  z
    .object({ id: z.uuid(), status: publicityState, version: z.int(), objection: z.uuid() })
    .meta({ id: 'ObjectionReply' }),
);
