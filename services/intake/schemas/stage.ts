import * as z from 'zod';
import { once } from '#shared/once';
import { jointAnswer } from '../domain/bundle/joint.ts';
import { defect } from '../domain/case/correction.ts';
import { defects, toAnswer } from './act.ts';

/** What a department says of its item: nothing is lacking, or all that is, as a correction notice would name it. */
export const stageAnswerBody = once(() =>
  z
    .discriminatedUnion('answer', [
      z.strictObject({ answer: z.literal('complete') }).transform((said) => ({ ...said, defects: [] })),
      z.strictObject({ answer: z.literal('lacking'), defects: defects() }),
    ])
    .meta({ id: 'StageAnswerInput' }),
);

export const stageNoticeBody = once(() => z.strictObject({ days: toAnswer() }).meta({ id: 'StageNoticeInput' }));

/** Five at the most: by then silence has accepted the whole (行政许可法 art. 32(4)). */
export const stageSettingsBody = once(() =>
  z
    .strictObject({ answerDays: z.int().min(1).max(5) })
    .meta({ id: 'StageSettingsInput', description: 'Working days in which the departments of a stage answer' }),
);
export const stageSettings = once(() =>
  z
    .object({
      version: z.int(),
      answerDays: z.int(),
      setBy: z.string().optional(),
      setAt: z.iso.datetime().optional(),
    })
    .meta({ id: 'StageSettings' }),
);

const moment = once(() => z.iso.datetime());

/** Of a bundle that is a stage: who answers for what, and where it stands before its acceptance. */
export const jointShown = once(() =>
  z
    .object({
      round: z.int(),
      lead: z.string().meta({ description: 'The department that tells what is lacking, and accepts the whole' }),
      limit: z.object({ n: z.int(), unit: z.literal('working-day') }),
      answerBy: moment()
        .optional()
        .meta({ description: 'Until when the departments answer; silence says that all is there' }),
      provisional: z.boolean().optional().meta({ description: 'True while the calendar on the way is not published' }),
      items: z.array(
        z.object({
          item: z.string(),
          department: z.string(),
          answer: jointAnswer.optional(),
          at: moment().optional(),
          defects: z.array(defect()).optional().meta({ description: 'What is lacking, for the office alone' }),
        }),
      ),
      notice: z.object({ at: moment(), days: z.int(), items: z.array(z.string()) }).optional(),
      accepted: z
        .object({ at: moment(), by: z.enum(['office', 'silence']) })
        .optional()
        .meta({ description: 'By silence where nothing was told or accepted in time, as of the day of the receipt' }),
    })
    .meta({ id: 'JointApproval' }),
);
