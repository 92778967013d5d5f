import * as z from 'zod';
import { once } from '#shared/once';
import { entry } from '../party/entry.ts';

const text = once(() => z.string());

/** The office whose case it is (指路牌): a department of a set, or a body outside them all; by its name as the applicant reads it. */
export const otherOffice = once(() =>
  z.object({ name: text(), set: text().optional(), department: text().optional() }),
);
export type OtherOffice = z.infer<ReturnType<typeof otherOffice>>;

/** What is proposed in place of an acceptance, and by whom: a refusal, or, with an office, that it is another's case. */
export const proposal = once(() =>
  z.object({
    by: text(),
    /** The person behind the account. */
    byParty: text().optional(),
    at: z.coerce.date(),
    reasons: text(),
    guidance: text(),
    /** What the applicant hid or forged. */
    deception: text().optional(),
    office: otherOffice().optional(),
    /** Who came and agreed that it is another office's, and signed: nobody else had to. */
    agreed: entry().optional(),
  }),
);
