import * as z from 'zod';
import { defineEvent } from '#events/event';
import { counted } from '#events/intake/counted';

const count = () => z.int().min(0);

export const CaseMeasuredV1 = defineEvent({
  type: 'intake.case-measured.v1',
  concerns: 'none',
  summary: 'A case was accepted, decided or overdue: what supervision counts of it, once, in its set and in the city.',
  data: () =>
    z.object({
      ...counted('of acceptance, of decision, or the last of the promise'),
      measure: z.enum(['accepted', 'decided', 'overdue']),
      silent: z.boolean().optional().describe('True where nobody accepted it and the law did'),
      days: count().optional().describe('Working days that the decision took'),
      burden: z
        .object({
          steps: count(),
          asked: count().describe('Materials that the applicant had to bring'),
          fetched: count().describe('Materials that were fetched for him'),
          visits: count(),
          before: z
            .object({ steps: count(), materials: count(), visits: count(), days: count().describe('Working days') })
            .describe('The same before the reform, by the version of the item on which the case began'),
        })
        .optional()
        .describe('Of a decided case whose item has a baseline: what the four reductions (四减) are made from'),
    }),
});
