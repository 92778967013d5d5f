import * as z from 'zod';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { guidanceChanges } from '../domain/guidance/changes.ts';
import { sheet } from '../domain/guidance/sheet.ts';

export const guidanceBody = once(() => z.strictObject({ note: text(500).optional() }).meta({ id: 'GuidanceInput' }));
export const guidanceQuery = once(() =>
  z.object({
    n: z.coerce.number().int().min(1).max(999_999).optional().meta({ description: 'Absent: the one given last' }),
  }),
);
export const guidanceGiven = once(() =>
  z.object({ id: z.uuid(), n: z.int(), changes: guidanceChanges() }).meta({ id: 'GuidanceGiven' }),
);
export const guidanceReply = once(() =>
  z
    .object({
      ...sheet().shape,
      at: z.iso.datetime(),
      changes: guidanceChanges().meta({ description: 'Since the sheet before' }),
      sinceThen: guidanceChanges().meta({ description: 'What would be said otherwise today' }),
    })
    .meta({ id: 'GuidanceSheet' }),
);
export const guidancePageReply = once(() => z.string().meta({ description: 'A page to be printed' }));
