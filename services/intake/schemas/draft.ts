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
  z
    .array(
      prefilledField().extend({
        lapsed: z.string().optional().meta({
          description: 'Of a draft: why the licence that says it is in force no more; it is to be changed or confirmed',
        }),
      }),
    )
    .meta({ description: 'Fields that were filled in for the applicant and not changed since, and from where' }),
);

/** Values of which somebody says that they hold, whatever has become of the licence that said them. */
export const confirmed = once(() =>
  z.array(z.string().max(300)).max(200).optional().meta({
    description: 'Pointers of fields that were filled in and whose values still hold: they are the applicant’s own now',
  }),
);

/** Documents of the applicant's library that a draft names. */
export const named = once(() => ({
  materials: z
    .array(given())
    .max(mostGiven)
    .optional()
    .meta({ description: 'Documents of the applicant’s library, one for each line of the list; absent: as they are' }),
}));
