import * as z from 'zod';
import { once } from '#shared/once';
import { pageOf } from '#shared/page';
import { adjustmentActs } from '../domain/catalogue/adjustment.ts';
import { adjustmentState } from '../domain/catalogue/adjustment-state.ts';
import { adjusting } from '../domain/catalogue/item.ts';

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
