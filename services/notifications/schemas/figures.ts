import * as z from 'zod';
import { once } from '#shared/once';
import { dimensions } from '../domain/figures/figures.ts';

const names = dimensions.join('|');
export const figuresQuery = once(() =>
  z.object({
    from: z.iso.date().optional().meta({ description: 'The first day; absent: the last but six up to `to`' }),
    to: z.iso.date().optional().meta({ description: 'The last day; absent: today' }),
    district: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,31}$/)
      .optional()
      .meta({ description: 'One alone; absent: every one whose figures the caller may read' }),
    by: z
      .string()
      .regex(new RegExp(`^(${names})(,(${names})){0,4}$`))
      .default('day,channel,provider,template')
      .meta({ description: `By what figures are told apart, of ${dimensions.join(', ')}` }),
    format: z
      .enum(['json', 'csv'])
      .optional()
      .meta({ description: '`csv`: a file in UTF-8 with BOM; absent: as `Accept` says' }),
  }),
);

const seconds = z.int().nullable();
const figure = {
  sent: z.int().meta({ description: 'Handed to a provider, to staff or to the inbox' }),
  delivered: z.int(),
  read: z
    .int()
    .meta({ description: 'While it was the way that had been tried last; of the inbox this is not counted' }),
  permanentFailure: z.int(),
  temporaryFailure: z.int(),
  technicalFailure: z.int(),
  handedOver: z.object({ within10s: z.int(), half: seconds, ninetyFive: seconds }).meta({
    description:
      'Of those sent outside the inbox: how many within ten seconds of the moment from which on they were wanted, and within how many seconds half of them and 95 of 100 (1, 2, 5, 10, 30 s, 1, 5, 30 min, 1, 4, 24 h)',
  }),
};
export const figuresReply = once(() =>
  z
    .object({
      from: z.iso.date(),
      to: z.iso.date(),
      total: z.object(figure).meta({ description: 'Of all but the inbox' }),
      items: z.array(
        z.object({
          day: z.iso.date().optional().meta({ description: 'On which it was wanted to be sent' }),
          district: z.string().optional(),
          channel: z.string().optional(),
          provider: z.string().optional().meta({ description: 'Empty for the inbox and for tasks of staff' }),
          template: z.string().optional(),
          ...figure,
        }),
      ),
    })
    .meta({ id: 'NoticeFigures' }),
);
