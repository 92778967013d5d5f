import * as z from 'zod';
import { once } from '#shared/once';
import { given, mostGiven } from '../domain/material/given.ts';
import { prefilledField } from '../domain/form/prefilled.ts';
import { unfilled } from '../domain/form/unfilled.ts';

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
          description:
            'Of a draft: why what says it holds no more (`outdated`: a register was asked more than thirty days ago); it is to be changed or confirmed',
        }),
      }),
    )
    .meta({ description: 'Fields that were filled in for the applicant and not changed since, and from where' }),
);

/** Absent where nothing is. */
export const openFields = once(() =>
  z.array(unfilled()).optional().meta({
    description:
      'Of a draft: fields that a register or the library may know and that stay open, and why. `asked`: the answer is on its way; `unanswered`: nobody knows, its register did not answer; `on-request`: its provider must agree first; `unclear`: several licences may be meant; `not-fitting`: the field takes no such value',
  }),
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
