import * as z from 'zod';
import { once } from '#shared/once';
import { given } from '../material/given.ts';
import { entry } from '../party/entry.ts';

/** A defect that a correction notice names: a field of the form, a material, or both, and what mends it. */
export const defect = once(() =>
  z.object({
    pointer: z.string().optional(),
    material: z.string().optional(),
    what: z.string(),
    mend: z.string(),
  }),
);
export type Defect = z.infer<ReturnType<typeof defect>>;

const text = once(() => z.string());
const moment = once(() => z.coerce.date());

/** What only a review can show: seen on the spot, found in checking a source, said by another office, or changed since. */
export const shownBy = z.enum(['on-site', 'source', 'other-office', 'change']);
export type ShownBy = z.infer<typeof shownBy>;

/** 一次性告知: all that is wrong, told once; working days to answer. */
export const correction = once(() =>
  z.object({
    at: moment(),
    by: text(),
    /** The person behind the account. */
    byParty: text().optional(),
    days: z.int(),
    extraDays: z.int().optional(),
    /** Until when the applicant was told to answer: no calendar that is corrected later takes a day of it. */
    until: moment().optional(),
    defects: z.array(defect()).min(1),
    /** Of a supplement: how the review came upon it; where nothing did, it could be seen when the case came in. */
    shownBy: shownBy.optional(),
    answeredAt: moment().optional(),
    /** Fields that the answer changed: only in these something new may be wrong. */
    changed: z.array(text()).optional(),
    /** What the applicant says of a field that he leaves as it is, or of a material: how he has brought it. */
    answers: z
      .array(
        z.object({
          pointer: text().optional(),
          material: text().optional(),
          document: given().omit({ requirement: true }).optional(),
          text: text(),
        }),
      )
      .optional(),
    /** Of an answer at a desk: who came, what was seen and signed. */
    entry: entry().optional(),
    /** True where it names what could have been told before: counted against the office. */
    fault: z.boolean(),
  }),
);
export type Correction = z.infer<ReturnType<typeof correction>>;
