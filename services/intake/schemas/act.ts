import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { defect, shownBy } from '../domain/case/correction.ts';
import { given } from '../domain/material/given.ts';
import { voidGround } from '../domain/case/void-proposal.ts';
import { verdict } from '../domain/case/task.ts';
import { specialProcedure } from '../domain/catalogue/item.ts';
import { entryInput } from '../domain/party/entry.ts';

/** What the acts on a case take. Texts that people write are trimmed, not empty, and bounded. */

const days = (max: number) => z.int().min(1).max(max);
/** Working days to answer a notice: twenty by default, five at the least, or the office could ask what nobody can bring. */
export const toAnswer = once(() => z.int().min(5).max(60).default(20));
export const pointer = once(() =>
  z
    .string()
    .regex(/^(\/[^/]{1,64}){1,12}$/)
    .max(300)
    .meta({ description: 'JSON pointer (RFC 6901) into the form' }),
);

const nothingNamed: Saying = { zh: '请指明字段或材料。', en: 'Name a field or a material.' };

export const defects = once(() =>
  z
    .array(
      z
        .strictObject({
          pointer: pointer().optional(),
          material: defect().shape.material,
          what: text(500),
          mend: text(500),
        })
        .refine(({ pointer: field, material }) => field !== undefined || material !== undefined, {
          params: { code: 'nothing-named', ...nothingNamed },
        }),
    )
    .min(1)
    .max(60),
);

export const correctionBody = once(() =>
  z.strictObject({ defects: defects(), days: toAnswer() }).meta({ id: 'CorrectionInput' }),
);
export const supplementBody = once(() =>
  z
    .strictObject({
      defects: defects(),
      days: toAnswer(),
      why: text(500),
      shownBy: shownBy.optional().meta({
        description:
          'How the review came upon it: on the spot, in checking a source, by another office, by a change since. Where none did, it could be seen at receipt, and counts against the office',
      }),
    })
    .meta({ id: 'SupplementInput' }),
);
export const moreTimeBody = once(() =>
  z.strictObject({ days: days(20), reason: text(500) }).meta({ id: 'MoreTimeInput' }),
);
export const changes = once(() => z.array(z.strictObject({ pointer: pointer(), value: z.unknown() })).max(60));
const answers = once(() =>
  z
    .array(
      z
        .strictObject({
          pointer: pointer().optional(),
          material: defect().shape.material,
          document: given().omit({ requirement: true }).optional(),
          text: text(200),
        })
        .refine(({ pointer: field, material }) => field !== undefined || material !== undefined, {
          params: { code: 'nothing-named', ...nothingNamed },
        }),
    )
    .max(60)
    .default([])
    .meta({
      description:
        'Of a field that is right as it is: why. Of a material: how it was brought or mended, perhaps as a document of the library',
    }),
);
export const resubmitBody = once(() =>
  z
    .strictObject({
      changes: changes(),
      answers: answers(),
      entry: entryInput().optional().meta({ description: 'Of a desk that does it for the applicant' }),
    })
    .meta({ id: 'ResubmitInput' }),
);
export const proposeRefusalBody = once(() =>
  z
    .strictObject({
      reasons: text(2000),
      guidance: text(2000),
      deception: text(500).optional().meta({ description: 'What was hidden or false (行政许可法 art. 78)' }),
    })
    .meta({ id: 'ProposeRefusalInput' }),
);
export const opinionBody = once(() => z.strictObject({ opinion: text(2000) }).meta({ id: 'HeadOpinionInput' }));
const placeKey = once(() =>
  z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(64),
);
const shownWay = once(() => ({
  office: z
    .union([
      z.strictObject({ set: placeKey(), department: placeKey() }),
      z.strictObject({ outside: text(120) }).meta({ description: 'A body outside the city and its districts' }),
    ])
    .meta({ description: 'Whose case it is' }),
  reasons: text(2000).optional(),
  guidance: text(2000),
}));
export const signpostBody = once(() => z.strictObject(shownWay()).meta({ id: 'SignpostInput' }));
export const signpostAgreedBody = once(() =>
  z
    .strictObject({
      ...shownWay(),
      entry: entryInput().meta({ description: 'Who came and agreed, which document was seen, and that he signed' }),
    })
    .meta({ id: 'SignpostAgreedInput' }),
);
export const suspendBody = once(() =>
  z.strictObject({ kind: specialProcedure, why: text(500) }).meta({ id: 'SuspendInput' }),
);
export const resumeBody = once(() => z.strictObject({ result: text(2000) }).meta({ id: 'ResumeInput' }));
export const extendBody = once(() =>
  z
    .strictObject({
      days: days(120).meta({
        description:
          'Working days, or calendar days where the longest extension of the item, or of a review, is counted in these',
      }),
      why: text(500),
    })
    .meta({ id: 'ExtendInput' }),
);
export const forwardBody = once(() =>
  z.strictObject({ itemKey: z.string().min(1).max(64), why: text(500) }).meta({ id: 'ForwardInput' }),
);
const whichOne: Saying = { zh: '重复的办件请填写另一办件的 id。', en: 'Of a duplicate, name the other case.' };
export const voidBody = once(() =>
  z
    .strictObject({
      ground: z.enum(voidGround.options).meta({ description: 'Entered twice, or by a slip; nothing else is void' }),
      duplicateOf: z.uuid().optional().meta({ description: 'The case of the same party and item that goes on' }),
      why: text(500),
    })
    .refine(({ ground, duplicateOf }) => (ground === 'duplicate') === (duplicateOf !== undefined), {
      path: ['duplicateOf'],
      params: { code: 'duplicate-unnamed', ...whichOne },
    })
    .meta({ id: 'VoidInput' }),
);

const person = once(() => z.string().min(1).max(128).meta({ description: 'Subject of a member of staff' }));
export const transferBody = once(() =>
  z.strictObject({ to: person(), reason: text(500) }).meta({ id: 'TransferInput' }),
);
export const recuseBody = once(() =>
  z.strictObject({ who: person().optional(), to: person().optional(), reason: text(500) }).meta({ id: 'RecuseInput' }),
);
export const taskOpinionBody = once(() =>
  z.strictObject({ verdict, opinion: text(2000) }).meta({ id: 'OpinionInput' }),
);
