import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf, pageQuery } from '#shared/page';
import { text } from '#shared/text';
import { adjustmentActs } from '../domain/catalogue/adjustment.ts';
import { adjustmentState } from '../domain/catalogue/adjustment-state.ts';
import { adjusting } from '../domain/catalogue/item.ts';

export const adjustmentBody = once(() =>
  adjusting()
    .extend({
      basis: text(300).meta({ description: 'By what right' }),
      burden: text(1000).meta({
        description: 'What it means for those who will have the work, and what they get for it',
      }),
    })
    .meta({ id: 'AdjustmentInput' }),
);
export const opinionBody = once(() => z.strictObject({ opinion: text(1000) }).meta({ id: 'AdjustmentOpinionInput' }));
export const adjustmentsQuery = once(() => z.object({ ...pageQuery(), status: adjustmentState.default('proposed') }));

const stands = once(() => ({
  id: z.uuid(),
  status: adjustmentState,
  version: z.int(),
  catalogueVersion: z.int().optional().meta({ description: 'The catalogue with which it began to hold, or ended' }),
  actions: z.array(z.enum(adjustmentActs)),
}));
export const adjustmentActReply = once(() => z.object(stands()).meta({ id: 'AdjustmentActReply' }));

const later = once(() => z.iso.datetime().optional());
export const adjustmentReply = once(() =>
  z
    .object({
      ...stands(),
      itemKey: z.string(),
      change: adjusting(),
      basis: z.string(),
      burden: z.string(),
      proposedBy: z.string(),
      proposedAt: z.iso.datetime(),
      reviewedBy: z.string().optional(),
      reviewedAt: later(),
      opinion: z.string().optional(),
      endedBy: z.string().optional(),
      endedAt: later(),
    })
    .meta({ id: 'Adjustment' }),
);
export const adjustmentPage = once(() => pageOf(adjustmentReply()).meta({ id: 'AdjustmentPage' }));
