import * as z from 'zod';
import { once } from '#shared/once';
import { applicationState, followKind, outcome } from '../domain/case/application.ts';
import { deliveryState, deliveryWay } from '../domain/delivery/state.ts';
import { light, moment, number, provisional } from './case.ts';
import { since } from './since.ts';

export const trackQuery = once(() =>
  z.object({
    code: z
      .string()
      .trim()
      .length(6)
      .toUpperCase()
      .meta({ description: 'The six characters beside the number on the receipt' }),
  }),
);

const later = once(() => moment().optional());

export const trackReply = once(() =>
  z
    .object({
      number: number(),
      item: z.string(),
      district: z.string(),
      status: applicationState.exclude(['draft']),
      text: z.string().meta({ description: 'The status in words' }),
      outcome: outcome.optional(),
      outcomeText: z.string().optional().meta({ description: 'The outcome in words, with what became of it since' }),
      follows: z
        .object({ as: followKind, text: z.string() })
        .optional()
        .meta({ description: 'Of a case upon another that has ended: what it is' }),
      since: since().optional(),
      submittedAt: later(),
      acceptBy: later(),
      correctBy: later(),
      acceptedAt: later(),
      dueAt: later(),
      legalDueAt: later(),
      provisional: provisional(),
      light: light().optional(),
      decidedAt: later(),
      delivery: z
        .object({
          state: deliveryState,
          way: deliveryWay,
          text: z.string().meta({ description: 'The state in words' }),
          hall: z.string().optional().meta({ description: 'Where the result lies, while it is to be fetched there' }),
          at: later(),
        })
        .optional()
        .meta({ description: 'How the result comes to the applicant; `at`: when it was posted, or delivered' }),
      acts: z.array(z.object({ at: moment(), text: z.string() })),
    })
    .meta({ id: 'Tracked' }),
);
