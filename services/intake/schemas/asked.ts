import * as z from 'zod';
import { once } from '#shared/once';

export const asked = once(() =>
  z
    .array(
      z.object({
        what: z.enum(['correction', 'supplement', 'tolerance', 'fee', 'pick-up', 'check']),
        until: z.iso.date(),
        provisional: z.boolean(),
      }),
    )
    .meta({ description: 'What the applicant is waited for, and the last day for it, in Shanghai' }),
);
