import * as z from 'zod';
import { once } from '#shared/once';
import { dimension } from './dimension.ts';

const rate = once(() => z.number().meta({ description: 'Per decided case' }));
const figures = once(() => {
  const [count, mean] = [z.int(), rate()];
  return {
    accepted: count,
    decided: count,
    overdue: count,
    silentAcceptances: count,
    meanDays: z.number().nullable().meta({ description: 'Days that decisions took, as the clock of each counts them' }),
    p90Days: z.int().nullable().meta({ description: 'Nine of ten decisions took no longer' }),
    papers: z.object({ cases: count, lines: count, originals: count, copies: count }).meta({
      description:
        'What was asked for on paper: decided cases for which a desk has seen originals or taken copies, and how many',
    }),
    reductions: z
      .object({
        cases: count.meta({ description: 'Decided cases whose item says what it asked before the reform' }),
        steps: z.object({ before: mean, now: mean }),
        materials: z.object({ before: mean, asked: mean, fetched: mean }),
        visits: z.object({ before: mean, now: mean }),
        days: z.object({ before: mean, now: mean }),
      })
      .nullable()
      .meta({ description: '四减: against the version of the item on which each case began' }),
  };
});
export const summary = once(() =>
  z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    by: dimension,
    total: z.object(figures()),
    items: z.array(
      z.object({
        value: z.string().meta({
          description: '`none` where a case has none: it was not entered at a desk, or no clerk has taken it',
        }),
        ...figures(),
      }),
    ),
  }),
);
