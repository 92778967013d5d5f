import * as z from 'zod';
import { once } from '#shared/once';
import { given, mostGiven } from '../domain/material/given.ts';
import { prefilledField } from '../domain/form/prefilled.ts';

/** What has become of a draft's item. */
export const itemEnd = once(() =>
  z
    .object({
      from: z.string(),
      reason: z.string(),
      successor: z.object({ key: z.string(), name: z.string(), nameEn: z.string() }).optional(),
    })
    .meta({ description: 'Of a draft: its item is offered no more; `move-to-successor` goes on under another' }),
);

export const prefilled = once(() =>
  z.array(prefilledField()).meta({ description: 'Fields that were filled in for the applicant and not changed since' }),
);

/** Documents of the applicant's library that a draft names. */
export const named = once(() => ({
  materials: z
    .array(given())
    .max(mostGiven)
    .optional()
    .meta({ description: 'Documents of the applicant’s library, one for each line of the list; absent: as they are' }),
}));
