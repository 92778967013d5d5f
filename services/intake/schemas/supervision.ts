import * as z from 'zod';
import { daysBetween } from '#shared/calendar';
import { pageQuery } from '#shared/page';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { dimension } from '../domain/supervision/dimension.ts';
import { findingState, reportable } from '../domain/supervision/finding.ts';
import { key } from './case.ts';

export const findingsQuery = once(() =>
  z.object({
    ...pageQuery(),
    status: findingState.default('open'),
    department: key().optional(),
    late: z.literal('true').optional().meta({ description: 'Those alone whose answer is overdue' }),
  }),
);

export const findingBody = once(() => z.strictObject({ text: text(2000) }).meta({ id: 'FindingInput' }));

export const reportBody = once(() =>
  z
    .strictObject({
      rule: z.enum(reportable),
      about: text(120).meta({ description: 'The material or charge that is not in the list' }),
      text: text(2000),
    })
    .meta({ id: 'ReportInput' }),
);

export const summaryQuery = once(() =>
  z
    .object({ from: z.iso.date(), to: z.iso.date(), by: dimension })
    .refine(({ from, to }) => from <= to && daysBetween(from, to) < 366, {
      path: ['to'],
      params: {
        code: 'wrong-period',
        zh: '起止日期须在一年以内，且不得颠倒。',
        en: 'From the first day to the last is at most a year.',
      },
    }),
);

export const overdueQuery = once(() => z.object({ ...pageQuery(), department: key().optional() }));

export const lightsBody = once(() =>
  z
    .strictObject({
      yellowFrom: z.number().min(0.5).max(1).meta({
        description: 'The part of a limit that may go before it is shown in yellow; it is red once it has passed',
      }),
    })
    .meta({ id: 'LightsInput' }),
);
