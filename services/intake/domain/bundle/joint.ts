import * as z from 'zod';
import { once } from '#shared/once';

const text = once(() => z.string());
const moment = once(() => z.coerce.date());

/** Who did something in a stage: what spreads to its cases is done in his name. */
const who = once(() => z.object({ sub: text(), partyId: text(), office: text() }));
export type Who = z.infer<ReturnType<typeof who>>;

/** Whether all is there that an item asks for; silence to the end of the time for the answer says that it is. */
export const jointAnswer = z.enum(['complete', 'lacking', 'silent']);

/** An item of a stage, the department that answers for it, and what that has answered. */
const jointItem = once(() =>
  z.object({
    itemKey: text(),
    department: text(),
    answer: jointAnswer.optional(),
    at: moment().optional(),
    by: who().optional(),
  }),
);
export type JointItem = z.infer<ReturnType<typeof jointItem>>;

/** 并联审批: what a bundle is besides, as the stage of an investment project. Everything of it stands still until its lead has accepted it. */
export const joint = once(() =>
  z.object({
    round: z.int(),
    /** The department that leads the stage (牵头部门). */
    lead: text(),
    limit: z.object({ n: z.int(), unit: z.literal('working-day') }),
    /** Working days in which the departments answer, as they were when the stage was opened. */
    answerDays: z.int(),
    items: z.array(jointItem()),
    /** 一次性告知: the one notice of what any department lacks. */
    notice: z.object({ at: moment(), by: who(), days: z.int(), items: z.array(text()) }).optional(),
    /** 受理 of the whole; by silence where nobody has told or accepted anything in time (行政许可法 art. 32(4)). */
    accepted: z
      .object({ at: moment(), by: who().optional(), /** When silence did it. */ due: moment().optional() })
      .optional(),
  }),
);
export type Joint = z.infer<ReturnType<typeof joint>>;

/** Working days that the departments have to answer from the day after the stage was handed in, unless the set says otherwise. */
export const usualAnswerDays = 3;
