import * as z from 'zod';
import { defineEvent } from '#events/event';
import { counted } from '#events/intake/counted';

export const VisitMeasuredV1 = defineEvent({
  type: 'intake.visit-measured.v1',
  concerns: 'none',
  summary:
    'The result of a case was fetched at a desk: one more visit of its applicant, which comes after what was measured of its decision.',
  data: () => z.object(counted('of the decision, beside what else is counted of it')),
});
